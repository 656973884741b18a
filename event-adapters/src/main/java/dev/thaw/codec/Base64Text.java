package dev.thaw.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Base64 of RFC 4648 section 4, padded, in one line. */
final class Base64Text {
  private static final byte[] ALPHABET = new byte[64];
  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < 64; i++) {
      ALPHABET[i] = (byte) alphabet.charAt(i);
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
  }

  private Base64Text() {}

  /** Reads a string of base64, of which the opening quote stands before {@code from}. */
  static byte[] read(JsonReader in, byte[] json, int from, int end) {
    int to = JsonText.closingQuote(in, json, from, end);
    in.pos = to + 1;
    byte[] bytes = decode(json, from, to, false);
    if (bytes == null) {
      // Escapes or blanks, which are legal and rare.
      String unescaped = JsonText.unescape(in, json, from, to, false);
      byte[] text = unescaped.getBytes(StandardCharsets.UTF_8);
      bytes = decode(text, 0, text.length, true);
    }
    if (bytes == null) {
      throw in.problem("Expected base64 but found other text", from - 1);
    }
    return bytes;
  }

  /**
   * Decodes what Jackson decodes: padding is needed, its spare bits are ignored, and more groups of
   * four may follow a padded one.
   *
   * @param blanks whether white space may stand between groups of four
   * @return null if it is no base64
   */
  private static byte @Nullable [] decode(byte[] text, int from, int to, boolean blanks) {
    byte[] bytes = new byte[(to - from) / 4 * 3];
    int length = 0;
    int p = from;
    while (true) {
      while (blanks && p < to && text[p] >= 0 && text[p] <= ' ') {
        p++;
      }
      if (p == to) {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
      }
      if (to - p < 4) {
        return null;
      }
      int first = VALUES[text[p] & 0xff] << 6 | VALUES[text[p + 1] & 0xff];
      int third = VALUES[text[p + 2] & 0xff];
      int fourth = VALUES[text[p + 3] & 0xff];
      if ((first | third | fourth) >= 0) {
        bytes[length++] = (byte) (first >> 4);
        bytes[length++] = (byte) (first << 4 | third >> 2);
        bytes[length++] = (byte) (third << 6 | fourth);
      } else if (first < 0 || text[p + 3] != '=') {
        return null;
      } else if (third >= 0) {
        bytes[length++] = (byte) (first >> 4);
        bytes[length++] = (byte) (first << 4 | third >> 2);
      } else if (text[p + 2] == '=') {
        bytes[length++] = (byte) (first >> 4);
      } else {
        return null;
      }
      p += 4;
    }
  }

  /** How long the text of so many bytes is. */
  static long encodedLength(int bytes) {
    return (bytes + 2L) / 3 * 4;
  }

  /** Encodes {@code bytes} from {@code from} to {@code to} and puts the text at {@code at}. */
  static void encode(byte[] bytes, int from, int to, byte[] text, int at) {
    int q = at;
    int p = from;
    while (to - p >= 3) {
      int group = (bytes[p] & 0xff) << 16 | (bytes[p + 1] & 0xff) << 8 | (bytes[p + 2] & 0xff);
      text[q++] = ALPHABET[group >> 18];
      text[q++] = ALPHABET[(group >> 12) & 63];
      text[q++] = ALPHABET[(group >> 6) & 63];
      text[q++] = ALPHABET[group & 63];
      p += 3;
    }
    if (p < to) {
      boolean two = to - p == 2;
      int group = (bytes[p] & 0xff) << 16 | (two ? (bytes[p + 1] & 0xff) << 8 : 0);
      text[q++] = ALPHABET[group >> 18];
      text[q++] = ALPHABET[(group >> 12) & 63];
      text[q++] = two ? ALPHABET[(group >> 6) & 63] : (byte) '=';
      text[q] = '=';
    }
  }
}
