package dev.thaw.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rarer numbers of users' types, read and written as {@link UserValues} does. */
public final class UserNumbers {
  private static final int LARGEST_UNSIGNED_BYTE = 255;

  /** More would let a few bytes of JSON fill the memory. */
  private static final int MOST_ZEROS = 100_000;

  private UserNumbers() {}

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static float floatValue(JsonReader in) {
    Float value = boxedFloat(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Float boxedFloat(JsonReader in) {
    if (UserValues.isNumber(in)) {
      // not by way of a double, which would round twice
      String number = in.nextNumber();
      return number.equals("-0") ? 0f : Float.valueOf(number);
    }
    Double value = UserValues.boxedDouble(in);
    return value == null ? null : value.floatValue();
  }

  /** Writes a number; what is not finite as a string. */
  public static void write(JsonWriter out, float value) {
    String text = Float.toString(value);
    if (Float.isFinite(value)) {
      out.raw(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      out.value(text);
    }
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static short shortValue(JsonReader in) {
    Short value = boxedShort(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Short boxedShort(JsonReader in) {
    Long value = UserValues.whole(in, Short.MIN_VALUE, "a short");
    return value == null ? null : value.shortValue();
  }

  /** A number from -128 to 255, also inside of a string. 0 if it is null or an empty string. */
  public static byte byteValue(JsonReader in) {
    Byte value = boxedByte(in);
    return value == null ? 0 : value;
  }

  /** A number from -128 to 255, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Byte boxedByte(JsonReader in) {
    int position = in.position();
    Long value = UserValues.whole(in, Short.MIN_VALUE, "a byte");
    if (value != null && (value < Byte.MIN_VALUE || value > LARGEST_UNSIGNED_BYTE)) {
      throw in.error("Expected a byte but found a number out of its range", position);
    }
    return value == null ? null : value.byteValue();
  }

  /** A number with all its digits, also inside of a string. Null if it is null. */
  public static @Nullable BigDecimal decimal(JsonReader in) {
    if (UserValues.isNumber(in)) {
      return in.nextDecimal();
    }
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    if (array == UserValues.ENTERED && UserValues.isNumber(in)) {
      BigDecimal value = in.nextDecimal();
      UserValues.end(in, array);
      return value;
    }
    int position = in.position();
    String text = UserValues.blankIsNull(in, "a number");
    UserValues.end(in, array);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw in.error("Expected a number but found a string that holds none", position);
    }
  }

  /** An integer with all its digits; a fraction is cut off. Null if it is null. */
  public static @Nullable BigInteger integer(JsonReader in) {
    int position = in.position();
    BigDecimal value = decimal(in);
    if (value != null && value.scale() < -MOST_ZEROS) {
      throw in.error("Expected an integer but found a number out of its range", position);
    }
    return value == null ? null : value.toBigInteger();
  }

  /** Writes an integer. */
  public static void write(JsonWriter out, BigInteger value) {
    out.raw(value.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** An int, a long or a BigInteger, whichever holds it, or a double. Null if it is null. */
  public static @Nullable Number number(JsonReader in) {
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    int position = in.position();
    String text =
        UserValues.isNumber(in) ? in.nextNumber() : UserValues.blankIsNull(in, "a number");
    UserValues.end(in, array);
    try {
      return text == null ? null : number(text);
    } catch (NumberFormatException e) {
      throw in.error("Expected a number but found a string that holds none", position);
    }
  }

  static Number number(String text) {
    if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return Double.valueOf(text);
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** Writes a number. */
  public static void write(JsonWriter out, Number value) {
    switch (value) {
      case Double number -> out.value(number);
      case Float number -> write(out, number.floatValue());
      default -> out.raw(value.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
