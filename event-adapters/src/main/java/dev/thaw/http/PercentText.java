package dev.thaw.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent-encoding of RFC 3986, of UTF-8. */
final class PercentText {
  private static final String HEXADECIMAL = "0123456789ABCDEF";
  private static final String UNRESERVED = "-._~";

  private PercentText() {}

  /**
   * Decodes what is encoded. A percent sign without two digits behind it stays as it is: clients
   * send such, and a request must not fail for it.
   *
   * @param form whether a plus stands for a blank, as it does in a query but not in a path
   */
  static String decode(String text, boolean form) {
    if (text.indexOf('%') < 0) {
      return form ? text.replace('+', ' ') : text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[encoded.length];
    int length = 0;
    int i = 0;
    while (i < encoded.length) {
      byte b = encoded[i++];
      if (b == '%' && i + 1 < encoded.length) {
        int high = Character.digit(encoded[i], 16);
        int low = Character.digit(encoded[i + 1], 16);
        if (high >= 0 && low >= 0) {
          b = (byte) (high << 4 | low);
          i += 2;
        }
      } else if (b == '+' && form) {
        b = ' ';
      }
      decoded[length++] = b;
    }
    return new String(Arrays.copyOf(decoded, length), StandardCharsets.UTF_8);
  }

  /** Encodes everything but letters, digits and {@code - . _ ~}. */
  static void encode(String text, StringBuilder out) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      if (letter || (b >= '0' && b <= '9') || UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%');
        out.append(HEXADECIMAL.charAt((b >> 4) & 15));
        out.append(HEXADECIMAL.charAt(b & 15));
      }
    }
  }
}
