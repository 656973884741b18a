package dev.thaw.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text: strings with what they need beyond plain ASCII, words, and the white space between. */
final class JsonText {
  /** Which bytes do not stand for themselves in a string: quote, backslash, control characters. */
  static final byte[] SPECIAL = new byte[256];

  /** What a letter behind a backslash stands for, or 0. */
  private static final byte[] ESCAPES = new byte[256];

  static {
    Arrays.fill(SPECIAL, 0, ' ', (byte) 1);
    SPECIAL['"'] = 1;
    SPECIAL['\\'] = 1;
    String letters = "\"\\/bfnrt";
    for (int i = 0; i < letters.length(); i++) {
      ESCAPES[letters.charAt(i)] = (byte) "\"\\/\b\f\n\r\t".charAt(i);
    }
  }

  private JsonText() {}

  /**
   * Reads a string, of which the opening quote stands before {@code from}.
   *
   * @param name whether it is a property name, where Jackson refuses half of a surrogate pair; in
   *     values it is accepted
   */
  @SuppressWarnings("deprecation") // see there
  static String read(JsonReader in, byte[] json, int from, int end, boolean name) {
    int p = from;
    int b = 0;
    // What is not ASCII is below zero.
    while (p < end && (b = json[p]) >= ' ' && b != '"' && b != '\\') {
      p++;
    }
    if (b == '"') {
      in.pos = p + 1;
      // This constructor is right for ASCII and, other than the one with a charset, small enough
      // for compilers to inline.
      return new String(json, 0, from, p - from);
    }
    while (p < end && SPECIAL[json[p] & 0xff] == 0) {
      p++;
    }
    if (p == end || json[p] != '"') {
      p = closingQuote(in, json, p, end);
      in.pos = p + 1;
      return unescape(in, json, from, p, name);
    }
    in.pos = p + 1;
    return checked(in, json, from, p, new String(json, from, p - from, StandardCharsets.UTF_8));
  }

  /** Where the white space ends that may stand at {@code from}. */
  static int skipSpace(byte[] json, int from, int end) {
    int p = from;
    while (p < end && (json[p] == '\n' || json[p] == ' ' || json[p] == '\r' || json[p] == '\t')) {
      p++;
      // An indentation.
      while (p < end && json[p] == ' ') {
        p++;
      }
    }
    return p;
  }

  /** Moves the reader behind the colon that it is at. */
  static void colon(JsonReader in, byte[] json, int end) {
    in.require(':', "':'");
    int p = in.pos + 1;
    // So that the reader is at the value already, as it first looks for.
    in.pos = p < end && json[p] == ' ' ? p + 1 : p;
  }

  /** Checks that a word stands at {@code from}, moves the reader behind it and says true. */
  static boolean word(JsonReader in, byte[] json, int from, int end, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (from + i == end || json[from + i] != word.charAt(i)) {
        throw in.problem("Expected " + word + " but found another word", from);
      }
    }
    in.pos = from + word.length();
    return true;
  }

  /**
   * Checks a string.
   *
   * @param from where to begin, behind the opening quote
   * @return where its closing quote stands
   */
  static int skip(JsonReader in, byte[] json, int from, int end) {
    int p = from;
    while (true) {
      while (p < end && json[p] >= 0 && SPECIAL[json[p]] == 0) {
        p++;
      }
      if (p >= end) {
        throw in.expected("a closing quote", end);
      }
      int b = json[p];
      if (b == '"') {
        return p;
      } else if (b == '\\') {
        escaped(in, json, p + 1, end);
        p += json[p + 1] == 'u' ? 6 : 2;
      } else {
        p += Utf8.length(codePoint(in, json, p, end));
      }
    }
  }

  /** Where the closing quote stands of a string that goes on at {@code from}. */
  static int closingQuote(JsonReader in, byte[] json, int from, int end) {
    byte[] special = SPECIAL;
    for (int p = from; p < end; p++) {
      if (special[json[p] & 0xff] != 0) {
        if (json[p] == '"') {
          return p;
        } else if (json[p] == '\\') {
          p++;
        }
      }
    }
    throw in.expected("a closing quote", end);
  }

  /** Refuses a text decoded from malformed UTF-8, where the decoder has put U+FFFD. */
  private static String checked(JsonReader in, byte[] json, int from, int to, String text) {
    if (text.indexOf('\ufffd') >= 0) {
      // Or it was sent as such.
      skip(in, json, from, to + 1);
    }
    return text;
  }

  /** Decodes what stands between two quotes. */
  static String unescape(JsonReader in, byte[] json, int from, int to, boolean name) {
    byte[] text = new byte[to - from];
    int length = 0;
    int all = 0;
    int p = from;
    while (p < to) {
      byte b = json[p];
      if (SPECIAL[b & 0xff] == 0) {
        text[length++] = b;
        all |= b;
        p++;
        continue;
      }
      int c = b == '\\' ? escaped(in, json, p + 1, to) : codePoint(in, json, p, to);
      p += json[p + 1] == 'u' ? 6 : 2;
      if (c < 0x80) {
        text[length++] = (byte) c;
        continue;
      }
      if (Character.isSurrogate((char) c)) {
        int low = p < to && Character.isHighSurrogate((char) c) ? lowSurrogate(json, p, to) : 0;
        if (low == 0 && name) {
          throw in.problem("Half of a surrogate pair in a property name", from - 1);
        } else if (low == 0) {
          return unescapeTorn(in, json, from, to);
        }
        c = Character.toCodePoint((char) c, (char) low);
        p += 6;
      }
      length = Utf8.encode(c, text, length);
      all = -1;
    }
    if (all >= 0) {
      return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }
    return checked(in, json, from, to, new String(text, 0, length, StandardCharsets.UTF_8));
  }

  /** The escaped second half of a surrogate pair that begins at {@code position}, or 0. */
  private static int lowSurrogate(byte[] json, int position, int end) {
    if (end - position < 6 || json[position] != '\\' || json[position + 1] != 'u') {
      return 0;
    }
    int value = 0;
    for (int p = position + 2; p < position + 6; p++) {
      value = (value << 4) | Character.digit((char) (json[p] & 0xff), 16);
    }
    return value >= 0xdc00 && value <= 0xdfff ? value : 0;
  }

  /** Slower, but able to hold half of a surrogate pair. */
  private static String unescapeTorn(JsonReader in, byte[] json, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int p = from;
    while (p < to) {
      int b = json[p];
      if (b == '\\') {
        text.append((char) escaped(in, json, p + 1, to));
        p += json[p + 1] == 'u' ? 6 : 2;
      } else if (b >= 0 && SPECIAL[b] == 0) {
        text.append((char) b);
        p++;
      } else {
        int codePoint = codePoint(in, json, p, to);
        text.appendCodePoint(codePoint);
        p += Utf8.length(codePoint);
      }
    }
    return text.toString();
  }

  /** The character that the escape at {@code position}, behind its backslash, stands for. */
  private static int escaped(JsonReader in, byte[] json, int position, int end) {
    int letter = position < end ? json[position] & 0xff : 0;
    if (ESCAPES[letter] != 0) {
      return ESCAPES[letter];
    } else if (letter == 'u') {
      return hexadecimal(in, json, position + 1, end);
    }
    throw in.expected("an escape", position);
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
