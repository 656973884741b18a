package dev.thaw.codec;

import java.nio.charset.StandardCharsets;

/** What strings need beyond plain ASCII: escapes, and the check of what is not ASCII. */
final class JsonText {
  private JsonText() {}

  /**
   * Checks a string.
   *
   * @param from where to begin, behind the opening quote
   * @return where its closing quote stands
   */
  static int skip(JsonReader in, byte[] json, int from, int end) {
    int p = from;
    while (p < end) {
      int b = json[p];
      if (b == '"') {
        return p;
      } else if (b == '\\') {
        escaped(in, json, p + 1, end);
        p += p + 1 < end && json[p + 1] == 'u' ? 6 : 2;
      } else if (b >= ' ') {
        p++;
      } else {
        p += Utf8.length(codePoint(in, json, p, end));
      }
    }
    throw in.expected("a closing quote", end);
  }

  /** Where the closing quote stands of a string that goes on at {@code from}. */
  static int closingQuote(JsonReader in, byte[] json, int from, int end) {
    int p = from;
    while (p < end && json[p] != '"') {
      p += json[p] == '\\' ? 2 : 1;
    }
    if (p >= end) {
      throw in.expected("a closing quote", end);
    }
    return p;
  }

  /**
   * Decodes what stands between two quotes.
   *
   * @param name whether it is a property name, where Jackson refuses half of a surrogate pair; in
   *     values it is accepted
   */
  static String decode(JsonReader in, byte[] json, int from, int to, boolean name) {
    for (int p = from; p < to; p++) {
      if (json[p] == '\\' || (json[p] >= 0 && json[p] < ' ')) {
        return unescape(in, json, from, to, name);
      }
    }
    String text = new String(json, from, to - from, StandardCharsets.UTF_8);
    // The decoder puts U+FFFD where UTF-8 is malformed; but that may have been sent as such.
    return text.indexOf('\ufffd') < 0 ? text : unescape(in, json, from, to, name);
  }

  private static String unescape(JsonReader in, byte[] json, int from, int to, boolean name) {
    char[] text = new char[to - from];
    int length = 0;
    int p = from;
    while (p < to) {
      int b = json[p];
      if (b == '\\') {
        text[length++] = (char) escaped(in, json, p + 1, to);
        p += json[p + 1] == 'u' ? 6 : 2;
      } else if (b >= ' ') {
        text[length++] = (char) b;
        p++;
      } else {
        int codePoint = codePoint(in, json, p, to);
        length += Character.toChars(codePoint, text, length);
        p += Utf8.length(codePoint);
      }
    }
    String unescaped = new String(text, 0, length);
    if (name && isTorn(unescaped)) {
      throw in.problem("Half of a surrogate pair in a property name", from - 1);
    }
    return unescaped;
  }

  private static boolean isTorn(String text) {
    for (int i = 0; i < text.length(); i++) {
      int codePoint = text.codePointAt(i);
      if (codePoint >= 0x10000) {
        i++;
      } else if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
        return true;
      }
    }
    return false;
  }

  /** The character that the escape at {@code position}, behind its backslash, stands for. */
  private static int escaped(JsonReader in, byte[] json, int position, int end) {
    return switch (position < end ? json[position] : 0) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal(in, json, position + 1, end);
      default -> throw in.expected("an escape", position);
    };
  }

  private static int hexadecimal(JsonReader in, byte[] json, int from, int end) {
    int value = 0;
    for (int p = from; p < from + 4; p++) {
      int digit = p < end ? Character.digit((char) (json[p] & 0xff), 16) : -1;
      if (digit < 0) {
        throw in.expected("a hexadecimal digit", p);
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static int codePoint(JsonReader in, byte[] json, int position, int end) {
    if (json[position] >= 0) {
      throw in.expected("an escape", position);
    }
    int codePoint = Utf8.codePoint(json, position, end);
    if (codePoint < 0) {
      throw in.expected("UTF-8", position);
    }
    return codePoint;
  }
}
