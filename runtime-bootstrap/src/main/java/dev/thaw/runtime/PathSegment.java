package dev.thaw.runtime;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A request id in the path of a request: callers of a function may choose it, and it must not break
 * out of there.
 */
final class PathSegment {
  private PathSegment() {}

  /** The id itself, or percent-encoded where a path needs it. */
  static String of(String id) {
    boolean plain = true;
    for (int i = 0; plain && i < id.length(); i++) {
      plain = isPlain(id.charAt(i));
    }
    return plain ? id : encoded(id);
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c < 0x7f && c != '/' && c != '?' && c != '#' && c != '%';
  }

  private static String encoded(String id) {
    StringBuilder encoded = new StringBuilder(3 * id.length());
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (isPlain(c)) {
        encoded.append((char) c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }
}
