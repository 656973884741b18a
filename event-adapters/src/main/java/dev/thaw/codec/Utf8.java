package dev.thaw.codec;

/** UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
  private Utf8() {}

  /**
   * The code point of more than one byte that begins at {@code from}, or -1 if there is none. It is
   * {@link #length} bytes long.
   */
  static int codePoint(byte[] bytes, int from, int to) {
    int lead = bytes[from] & 0xff;
    int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0xc2 || lead > 0xf4 || to - from < length) {
      return -1;
    }
    int codePoint = lead & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      int b = bytes[from + i];
      if ((b & 0xc0) != 0x80) {
        return -1;
      }
      codePoint = (codePoint << 6) | (b & 0x3f);
    }
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    return length(codePoint) == length && !surrogate && codePoint <= 0x10ffff ? codePoint : -1;
  }

  /** How many bytes a code point from U+0080 on takes. */
  static int length(int codePoint) {
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** Puts a code point from U+0080 on at {@code at} and returns where it ends. */
  static int encode(int codePoint, byte[] bytes, int at) {
    int n = at;
    if (codePoint < 0x800) {
      bytes[n++] = (byte) (0xc0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        bytes[n++] = (byte) (0xe0 | (codePoint >> 12));
      } else {
        bytes[n++] = (byte) (0xf0 | (codePoint >> 18));
        bytes[n++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
      }
      bytes[n++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
    }
    bytes[n++] = (byte) (0x80 | (codePoint & 0x3f));
    return n;
  }
}
