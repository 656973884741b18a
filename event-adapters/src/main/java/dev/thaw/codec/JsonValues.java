package dev.thaw.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that generated codecs are made of. They are read as AWS's own serialization library
 * reads them where its leniency matters: a number or boolean where text is due is that text, text
 * that holds a number or boolean is one, and an empty text is no number. What else has another
 * shape than expected is a {@link JsonException}.
 */
public final class JsonValues {
  private JsonValues() {}

  /** A string, or a number or boolean as it is written. Null if it is null. */
  public static @Nullable String text(JsonReader in) {
    String text = in.nextIfString();
    return text == null ? otherText(in) : text;
  }

  private static @Nullable String otherText(JsonReader in) {
    return switch (in.peek()) {
      case 'n' -> nothing(in);
      case 't', 'f' -> in.nextBoolean() ? "true" : "false";
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> in.nextNumber();
      default -> in.nextString();
    };
  }

  /** The same; empty if it is null. */
  public static String textOrEmpty(JsonReader in) {
    String text = text(in);
    return text == null ? "" : text;
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static int intValue(JsonReader in) {
    Integer value = boxedInt(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Integer boxedInt(JsonReader in) {
    if (in.peek() != '"') {
      return in.nextNull() ? null : Integer.valueOf(in.nextInt());
    }
    int position = in.position();
    String text = in.nextString().trim();
    try {
      return text.isEmpty() ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw in.error("Expected an int but found a string that holds none", position);
    }
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static long longValue(JsonReader in) {
    Long value = boxedLong(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Long boxedLong(JsonReader in) {
    if (in.peek() != '"') {
      return in.nextNull() ? null : Long.valueOf(in.nextLong());
    }
    int position = in.position();
    String text = in.nextString().trim();
    try {
      return text.isEmpty() ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw in.error("Expected a long but found a string that holds none", position);
    }
  }

  /** A number, also inside of a string. 0 if it is null or an empty string. */
  public static double doubleValue(JsonReader in) {
    Double value = boxedDouble(in);
    return value == null ? 0 : value;
  }

  /** A number, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Double boxedDouble(JsonReader in) {
    if (in.peek() != '"') {
      return in.nextNull() ? null : Double.valueOf(in.nextDouble());
    }
    int position = in.position();
    String text = in.nextString().trim();
    try {
      return text.isEmpty() ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw in.error("Expected a number but found a string that holds none", position);
    }
  }

  /** A boolean, also inside of a string. False if it is null or an empty string. */
  public static boolean booleanValue(JsonReader in) {
    Boolean value = boxedBoolean(in);
    return value != null && value;
  }

  /** A boolean, also inside of a string. Null if it is null or an empty string. */
  public static @Nullable Boolean boxedBoolean(JsonReader in) {
    if (in.peek() != '"') {
      return in.nextNull() ? null : Boolean.valueOf(in.nextBoolean());
    }
    int position = in.position();
    return switch (in.nextString().trim()) {
      case "true", "True", "TRUE" -> Boolean.TRUE;
      case "false", "False", "FALSE" -> Boolean.FALSE;
      case "" -> null;
      default -> throw in.error("Expected a boolean but found a string that holds none", position);
    };
  }

  /** A time in seconds since 1970 with a fraction. Null if it is null or, as for AWS's, 0. */
  @SuppressWarnings("JavaUtilDate") // AWS's event classes have it
  public static @Nullable Date epochSeconds(JsonReader in) {
    double seconds = doubleValue(in);
    return seconds == 0 ? null : new Date((long) (seconds * 1000));
  }

  /** Writes a time as {@link #epochSeconds} reads it. */
  @SuppressWarnings("JavaUtilDate")
  public static void writeEpochSeconds(JsonWriter out, Date value) {
    out.value(value.getTime() / 1000.0);
  }

  /** Base64. Null if it is null. */
  public static @Nullable ByteBuffer base64(JsonReader in) {
    return in.nextNull() ? null : ByteBuffer.wrap(in.nextBase64());
  }

  /** Base64, or an array of numbers, each a byte with or without its sign. Null if it is null. */
  public static byte @Nullable [] bytes(JsonReader in) {
    int next = in.peek();
    if (next != '[') {
      return in.nextNull() ? null : in.nextBase64();
    }
    in.beginArray();
    byte[] bytes = new byte[16];
    int size = 0;
    while (in.nextElement()) {
      in.peek();
      int position = in.position();
      int value = in.nextInt();
      if (value < Byte.MIN_VALUE || value > 255) {
        throw in.error("Expected a byte but found a number out of its range", position);
      }
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = (byte) value;
    }
    return Arrays.copyOf(bytes, size);
  }

  /** An array of texts; each may be null. Null if it is null. */
  public static @Nullable List<@Nullable String> texts(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.beginArray();
    List<@Nullable String> values = new ArrayList<>();
    while (in.nextElement()) {
      values.add(text(in));
    }
    return values;
  }

  /** Writes an array of texts. */
  public static void writeTexts(JsonWriter out, List<@Nullable String> values) {
    out.beginArray();
    for (String value : values) {
      out.value(value);
    }
    out.endArray();
  }

  /** An object of texts, in its order; each may be null. Null if it is null. */
  public static @Nullable Map<String, @Nullable String> textMap(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.beginObject();
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    String name = in.nextName();
    while (name != null) {
      values.put(name, text(in));
      name = in.nextName();
    }
    return values;
  }

  /** Writes an object of texts; those that are null are left out. */
  public static void writeTextMap(JsonWriter out, Map<String, @Nullable String> values) {
    out.beginObject();
    for (Map.Entry<String, @Nullable String> entry : values.entrySet()) {
      String value = entry.getValue();
      if (value != null) {
        out.name(entry.getKey());
        out.value(value);
      }
    }
    out.endObject();
  }

  private static @Nullable String nothing(JsonReader in) {
    in.nextNull();
    return null;
  }
}
