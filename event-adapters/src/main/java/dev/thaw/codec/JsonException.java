package dev.thaw.codec;

/**
 * JSON that is malformed, or not of the shape that was asked for.
 *
 * <p>The message says what is wrong and where: {@code Expected a string but found a number at
 * $.Records[1].body (byte 214)}. It never quotes a value of the document, which may be a secret and
 * would end in a log; property names and a single unexpected character it does quote.
 *
 * <p>What the constructor, factory or setter of a type throws is its cause, and its message is part
 * of this one. That text is the type's own, so it may hold a value.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final int offset;

  private JsonException(String problem, String path, int offset) {
    super(problem + " at " + path + " (byte " + offset + ")");
    this.path = path;
    this.offset = offset;
  }

  /** An exception about {@code json[position]} in the document that begins at {@code start}. */
  static JsonException at(byte[] json, int start, int position, String problem) {
    return new JsonException(problem, JsonPath.of(json, start, position), position - start);
  }

  /** The same, saying what stands at {@code position} instead of what was expected. */
  static JsonException expected(byte[] json, int start, int end, int position, String expected) {
    String found = position < end ? describe(json[position] & 0xff) : "the end of the input";
    return at(json, start, position, "Expected " + expected + " but found " + found);
  }

  /** Where it happened: the innermost value that had begun, such as {@code $.Records[1].body}. */
  public String path() {
    return path;
  }

  /** Where it happened, in bytes from the start of the document. */
  public int offset() {
    return offset;
  }

  private static String describe(int b) {
    return switch (b) {
      case '{' -> "an object";
      case '[' -> "an array";
      case '"' -> "a string";
      case 't', 'f' -> "a boolean";
      case 'n' -> "null";
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "a number";
      default -> character(b);
    };
  }

  static String character(int b) {
    return b > ' ' && b < 0x7f ? "'" + (char) b + "'" : "0x" + Integer.toHexString(b);
  }
}
