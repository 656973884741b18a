package dev.thaw.codec;

import org.jspecify.annotations.Nullable;

/**
 * The commonest values of users' types, for generated codecs: read as the runtime's databind reads
 * them. A number or boolean is a text too; text may hold a number or boolean; a fraction is cut off
 * where an integer is due; an array of one stands for its element, and a value for an array of one;
 * an empty text or array is no object. What else has another shape is a {@link JsonException}.
 */
public final class UserValues {
  /** Says that an empty array was consumed, which stands for null. */
  static final int EMPTY = 1;

  /** Says that an array was entered, which is to be left. */
  static final int ENTERED = 2;

  private UserValues() {}

  /** A string, or a number or boolean as it is written. Null if it is null. */
  public static @Nullable String text(JsonReader in) {
    String text = in.nextIfString();
    if (text == null && in.peek() == '[') {
      in.beginArray();
      if (in.nextElement()) {
        text = JsonValues.text(in);
        end(in, ENTERED);
      }
      return text;
    }
    return text == null ? JsonValues.text(in) : text;
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static int intValue(JsonReader in) {
    return isNumber(in) ? (int) in.nextWhole(Integer.MIN_VALUE) : orZero(boxedInt(in));
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Integer boxedInt(JsonReader in) {
    Long value = whole(in, Integer.MIN_VALUE, "an int");
    return value == null ? null : value.intValue();
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static long longValue(JsonReader in) {
    if (isNumber(in)) {
      return in.nextWhole(Long.MIN_VALUE);
    }
    Long value = boxedLong(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Long boxedLong(JsonReader in) {
    return whole(in, Long.MIN_VALUE, "a long");
  }

  /** An integer that is not below {@code min} and not above its complement, or null. */
  static @Nullable Long whole(JsonReader in, long min, String what) {
    if (isNumber(in)) {
      return in.nextWhole(min);
    }
    int array = beginSingle(in);
    if (array == EMPTY) {
      return null;
    }
    if (array == ENTERED && isNumber(in)) {
      long value = in.nextWhole(min);
      end(in, array);
      return value;
    }
    int position = in.position();
    String text = blankIsNull(in, what);
    end(in, array);
    try {
      Long value = text == null ? null : Long.valueOf(text);
      if (value == null || (value >= min && value <= ~min)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, without the value
    }
    throw in.error("Expected " + what + " but found a string that holds none", position);
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static double doubleValue(JsonReader in) {
    if (isNumber(in)) {
      return in.nextDouble();
    }
    Double value = boxedDouble(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Double boxedDouble(JsonReader in) {
    if (isNumber(in)) {
      return in.nextDouble();
    }
    int array = beginSingle(in);
    if (array == EMPTY) {
      return null;
    }
    if (array == ENTERED && isNumber(in)) {
      double value = in.nextDouble();
      end(in, array);
      return value;
    }
    int position = in.position();
    String text = blankIsNull(in, "a number");
    end(in, array);
    if (text == null) {
      return null;
    }
    try {
      return switch (text) {
        case "INF", "+INF" -> Double.POSITIVE_INFINITY;
        case "-INF" -> Double.NEGATIVE_INFINITY;
        default -> Double.valueOf(text);
      };
    } catch (NumberFormatException e) {
      throw in.error("Expected a number but found a string that holds none", position);
    }
  }

  /** A boolean, a number that is not 0, or one inside of a string. False if it is null. */
  public static boolean booleanValue(JsonReader in) {
    Boolean value = boxedBoolean(in);
    return value != null && value;
  }

  /** A boolean, a number that is not 0, or one inside of a string. Null if it is null. */
  public static @Nullable Boolean boxedBoolean(JsonReader in) {
    int array = beginSingle(in);
    if (array == EMPTY) {
      return null;
    }
    int position = in.position();
    Boolean value;
    switch (in.peek()) {
      case 't', 'f' -> value = in.nextBoolean();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        String number = in.nextNumber();
        if (number.indexOf('.') >= 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
          throw in.error("Expected a boolean but found a fraction", position);
        }
        value = !number.equals("0") && !number.equals("-0");
      }
      default -> {
        String text = blankIsNull(in, "a boolean");
        value = text == null ? null : word(in, text, position);
      }
    }
    end(in, array);
    return value;
  }

  private static Boolean word(JsonReader in, String text, int position) {
    return switch (text) {
      case "true", "True", "TRUE" -> Boolean.TRUE;
      case "false", "False", "FALSE" -> Boolean.FALSE;
      default -> throw in.error("Expected a boolean but found a string that holds none", position);
    };
  }

  /** The name of an enum's constant, or its number as text. Null if it is null. */
  public static @Nullable String enumName(JsonReader in) {
    int array = beginSingle(in);
    if (array == EMPTY) {
      return null;
    }
    String name;
    if (isNumber(in)) {
      name = String.valueOf(in.nextInt());
    } else {
      name = in.nextNull() ? null : in.nextString().trim();
    }
    end(in, array);
    return name;
  }

  /**
   * Consumes what stands for no object (null, an empty text or array) and says true, or nothing.
   */
  public static boolean nextNoObject(JsonReader in) {
    return switch (in.peek()) {
      case '{' -> false;
      case '[' -> {
        in.beginArray();
        if (in.nextElement()) {
          throw in.expected("an object", in.pos);
        }
        yield true;
      }
      default -> nextNoArray(in);
    };
  }

  /** Consumes what stands for no array (null, an empty text) and says true, or nothing. */
  public static boolean nextNoArray(JsonReader in) {
    if (in.peek() != '"') {
      return in.nextNull();
    }
    int from = in.pos;
    if (in.nextString().isBlank()) {
      return true;
    }
    in.pos = from;
    return false;
  }

  /** Enters an array and says true, or says that one value stands for an array of one. */
  public static boolean beginArray(JsonReader in) {
    if (in.peek() != '[') {
      return false;
    }
    in.beginArray();
    return true;
  }

  /** A value that must not be null. */
  public static <T> T present(JsonReader in, @Nullable T value) {
    if (value == null) {
      throw in.error("Expected an element but found null or an unknown name", in.position());
    }
    return value;
  }

  /**
   * What a codec throws instead of what a class threw that was given its values: the place is where
   * the reader is, behind the last of them.
   */
  public static RuntimeException refused(JsonReader in, RuntimeException e) {
    if (e instanceof JsonException) {
      return e;
    }
    JsonException refused = in.error("Refused with " + e, in.position());
    refused.initCause(e);
    return refused;
  }

  /** Whether an array stands where one value is due: {@link #EMPTY}, {@link #ENTERED} or 0. */
  static int beginSingle(JsonReader in) {
    if (!beginArray(in)) {
      return 0;
    }
    return in.nextElement() ? ENTERED : EMPTY;
  }

  /** Leaves what {@link #beginSingle} entered. */
  static void end(JsonReader in, int array) {
    if (array == ENTERED && in.nextElement()) {
      throw in.error("Expected one element but found more", in.position());
    }
  }

  static boolean isNumber(JsonReader in) {
    int b = in.peek();
    return b == '-' || (b >= '0' && b <= '9');
  }

  /** A string without the white space around it; null if it is null or nothing remains. */
  static @Nullable String blankIsNull(JsonReader in, String what) {
    if (in.nextNull()) {
      return null;
    }
    if (in.peek() != '"') {
      throw in.expected(what, in.pos);
    }
    String text = in.nextString().trim();
    return text.isEmpty() ? null : text;
  }
}
