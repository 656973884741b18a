package dev.thaw.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document, value by value, from UTF-8 bytes. Strict RFC 8259: what Jackson 3
 * refuses with its default settings is refused here, with its bounds on depth and number length.
 * Malformed UTF-8, other encodings and byte-order marks are refused too.
 *
 * <p>After {@code beginObject} call {@code nextName} until it says {@link #END}, and read or skip a
 * value after each name; after {@code beginArray} call {@code nextElement} until it says false. A
 * reader is used by one thread and is of no use after a {@link JsonException}.
 */
public final class JsonReader {
  /** Says that the object is read to its end. */
  public static final int END = -2;

  /** Says that a name is none of those asked for. */
  public static final int UNKNOWN = -1;

  private static final int MAX_DEPTH = 500;
  private static final int ARRAY = -1;

  private final byte[] json;
  private final int start;
  private final int end;

  /** The next byte to read; {@link JsonText} and {@link Base64Text} move it too. */
  int pos;

  private int depth;
  private boolean first;

  /** For each open object the index of the name that probably comes next, {@link #ARRAY} else. */
  private int[] scopes = new int[16];

  /** Reads a whole array. It is not copied: it must not change meanwhile. */
  public JsonReader(byte[] json) {
    this(json, 0, json.length);
  }

  /** Reads {@code length} bytes from {@code offset}. */
  public JsonReader(byte[] json, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, json.length);
    this.json = json;
    this.start = offset;
    this.pos = offset;
    this.end = offset + length;
  }

  /** Enters an object. */
  public void beginObject() {
    begin('{', "an object", 0);
  }

  /**
   * Reads the next property name.
   *
   * @return its index in {@code names}, {@link #UNKNOWN}, or {@link #END} when the object is left
   */
  public int nextName(JsonNames names) {
    if (!hasNext('}', "',' or '}'")) {
      return END;
    }
    int index = scopes[depth];
    if (index >= names.quoted.length || !names.matches(index, json, pos, end)) {
      index = names.find(json, pos, end);
    }
    if (index < 0) {
      return names.find(propertyName());
    }
    pos += names.quoted[index].length - 1;
    scopes[depth] = index + 1;
    JsonText.colon(this, json, end);
    return index;
  }

  /** Reads the next property name, or null when the object is left. */
  public @Nullable String nextName() {
    return hasNext('}', "',' or '}'") ? propertyName() : null;
  }

  private String propertyName() {
    require('"', "a property name");
    String name = JsonText.read(this, json, pos + 1, end, true);
    JsonText.colon(this, json, end);
    return name;
  }

  /** Enters an array. */
  public void beginArray() {
    begin('[', "an array", ARRAY);
  }

  /** Whether there is one more element; if not, the array is left. */
  public boolean nextElement() {
    return hasNext(']', "',' or ']'");
  }

  private void begin(int bracket, String what, int scope) {
    require(bracket, what);
    if (++depth > MAX_DEPTH) {
      throw problem("Nested deeper than " + MAX_DEPTH, pos);
    }
    if (depth == scopes.length) {
      scopes = Arrays.copyOf(scopes, depth * 2);
    }
    scopes[depth] = scope;
    first = true;
    pos++;
  }

  private boolean hasNext(int bracket, String what) {
    int b = token();
    if (b == ',' && !first) {
      pos++;
      token();
      return true;
    }
    if (b == bracket) {
      depth--;
      first = false;
      pos++;
      return false;
    }
    if (!first) {
      throw expected(what, pos);
    }
    first = false;
    return true;
  }

  /** Consumes a null and says true, or consumes nothing. */
  public boolean nextNull() {
    return token() == 'n' && JsonText.word(this, json, pos, end, "null");
  }

  /** Reads true or false. */
  public boolean nextBoolean() {
    return switch (token()) {
      case 't' -> JsonText.word(this, json, pos, end, "true");
      case 'f' -> !JsonText.word(this, json, pos, end, "false");
      default -> throw expected("a boolean", pos);
    };
  }

  /** The first byte of the next value, not consumed: <code>{ [ " t f n -</code> or a digit. */
  public int peek() {
    int b = token();
    return switch (b) {
      case '{', '[', '"', 't', 'f', 'n', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> b;
      default -> throw expected("a value", pos);
    };
  }

  /** Reads a string if that is what comes next; else consumes nothing and returns null. */
  @Nullable String nextIfString() {
    return token() == '"' ? JsonText.read(this, json, pos + 1, end, false) : null;
  }

  /** Reads a string. */
  public String nextString() {
    require('"', "a string");
    return JsonText.read(this, json, pos + 1, end, false);
  }

  /** Reads a string of base64 (standard alphabet, padded) and decodes it. */
  public byte[] nextBase64() {
    require('"', "a string");
    return Base64Text.read(this, json, pos + 1, end);
  }

  /** Reads an integer. One with a fraction or an exponent, or out of range, is an error. */
  public int nextInt() {
    return (int) JsonNumbers.integer(this, json, number(), pos, Integer.MIN_VALUE);
  }

  /** Reads an integer. One with a fraction or an exponent, or out of range, is an error. */
  public long nextLong() {
    return JsonNumbers.integer(this, json, number(), pos, Long.MIN_VALUE);
  }

  /** Reads an integer not below {@code min} nor above its complement; a fraction is cut off. */
  long nextWhole(long min) {
    return JsonNumbers.whole(this, json, number(), pos, min);
  }

  /** Reads a number as the nearest double; it is infinite where a double cannot hold it. */
  public double nextDouble() {
    return JsonNumbers.doubleValue(json, number(), pos);
  }

  /** Reads a number with all its digits. One whose exponent does not fit an int is an error. */
  public BigDecimal nextDecimal() {
    return JsonNumbers.decimal(this, json, number(), pos);
  }

  /** Reads a number and returns it as it is written. */
  public String nextNumber() {
    int from = number();
    return new String(json, from, pos - from, StandardCharsets.ISO_8859_1);
  }

  /** Moves behind the next number and returns where it began. */
  private int number() {
    token();
    int from = pos;
    pos = JsonNumbers.skip(this, json, from, end);
    return from;
  }

  /** Skips a value of any kind, checking it as reading it would. */
  public void skipValue() {
    int outer = depth;
    skipToken();
    while (depth > outer) {
      if (scopes[depth] == ARRAY) {
        if (nextElement()) {
          skipToken();
        }
      } else if (nextName() != null) {
        skipToken();
      }
    }
  }

  private void skipToken() {
    switch (peek()) {
      case '{' -> beginObject();
      case '[' -> beginArray();
      case '"' -> pos = JsonText.skip(this, json, pos + 1, end) + 1;
      case 't', 'f' -> nextBoolean();
      case 'n' -> nextNull();
      default -> number();
    }
  }

  /** A reader of what comes next, which leaves this one where it is. */
  JsonReader ahead() {
    return new JsonReader(json, pos, end - pos);
  }

  /** Skips a value of any kind and returns a copy of its bytes. */
  public byte[] nextRaw() {
    token();
    int from = pos;
    skipValue();
    return Arrays.copyOfRange(json, from, pos);
  }

  /** Checks that nothing but white space follows. */
  public void endOfInput() {
    if (token() >= 0) {
      throw expected("the end of the input", pos);
    }
  }

  /** How many bytes of the document are consumed: after {@link #peek}, where the value begins. */
  public int position() {
    return pos - start;
  }

  /**
   * An exception about a value that was well formed but is not what it should be.
   *
   * @param problem what is wrong, without the value itself
   * @param position where the value begins, see {@link #position}
   */
  public JsonException error(String problem, int position) {
    return problem(problem, start + position);
  }

  void require(int b, String what) {
    if (token() != b) {
      throw expected(what, pos);
    }
  }

  JsonException problem(String problem, int at) {
    return JsonException.at(json, start, at, problem);
  }

  JsonException expected(String what, int at) {
    return JsonException.expected(json, start, end, at, what);
  }

  /** Skips white space and returns the byte behind it, or -1 at the end of the input. */
  private int token() {
    int p = pos;
    if (p < end && json[p] > ' ') {
      return json[p];
    }
    p = JsonText.skipSpace(json, p, end);
    pos = p;
    return p < end ? json[p] & 0xff : -1;
  }
}
