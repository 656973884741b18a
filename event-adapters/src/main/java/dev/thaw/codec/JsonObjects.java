package dev.thaw.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of no declared type, read as AWS's own serialization library reads them: String, Boolean,
 * Integer, Long or BigInteger (the first that holds it), Double for what has a fraction or an
 * exponent, ArrayList, LinkedHashMap, null.
 */
public final class JsonObjects {
  private static final int ALWAYS_A_LONG = 18;

  private JsonObjects() {}

  /** A value of any kind. */
  public static @Nullable Object value(JsonReader in) {
    return switch (in.peek()) {
      case '{' -> map(in);
      case '[' -> list(in);
      case 't', 'f' -> in.nextBoolean();
      case 'n' -> {
        in.nextNull();
        yield null;
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(in.nextNumber());
      default -> in.nextString();
    };
  }

  private static Object number(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return Double.valueOf(text);
      }
    }
    if (text.length() <= ALWAYS_A_LONG) {
      long value = Long.parseLong(text);
      if (value == (int) value) {
        return (int) value;
      }
      return value;
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  /** An object, in its order. Null if it is null. */
  public static @Nullable Map<String, @Nullable Object> map(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.beginObject();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    String name = in.nextName();
    while (name != null) {
      values.put(name, value(in));
      name = in.nextName();
    }
    return values;
  }

  private static List<@Nullable Object> list(JsonReader in) {
    in.beginArray();
    List<@Nullable Object> values = new ArrayList<>();
    while (in.nextElement()) {
      values.add(value(in));
    }
    return values;
  }

  /**
   * Writes what {@link #value} reads, and other numbers, collections, arrays, enums, bytes (as
   * base64) and types that have a codec.
   *
   * @throws IllegalArgumentException if a part is of another type
   */
  @SuppressWarnings("IfChainToSwitch") // a switch over types is linked at run time, slowly
  public static void write(JsonWriter out, @Nullable Object value) {
    if (value == null) {
      out.nullValue();
    } else if (value instanceof String text) {
      out.value(text);
    } else if (value instanceof Boolean bool) {
      out.value(bool);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(out, map);
    } else if (value instanceof Collection<?> collection) {
      writeAll(out, collection);
    } else if (value instanceof Object[] array) {
      writeAll(out, Arrays.asList(array));
    } else if (value instanceof Number number) {
      writeNumber(out, number);
    } else if (value instanceof Enum<?> constant) {
      out.value(constant.name());
    } else if (value instanceof byte[] bytes) {
      out.base64(bytes);
    } else if (value instanceof ByteBuffer bytes) {
      out.base64(bytes);
    } else {
      writeByCodec(out, value);
    }
  }

  private static void writeNumber(JsonWriter out, Number number) {
    if (number instanceof Integer || number instanceof Long) {
      out.value(number.longValue());
    } else if (number instanceof Double) {
      out.value(number.doubleValue());
    } else if (number instanceof Float f && !Float.isFinite(f)) {
      out.value(f.toString());
    } else {
      // what remains prints itself as JSON does: Short, Byte, Float, BigInteger, BigDecimal,
      // atomics
      out.value(new BigDecimal(number.toString()));
    }
  }

  private static void writeAll(JsonWriter out, Collection<?> values) {
    out.beginArray();
    for (Object value : values) {
      write(out, value);
    }
    out.endArray();
  }

  /** Writes an object; what is null in it is left out. */
  public static void writeMap(JsonWriter out, Map<?, ?> values) {
    out.beginObject();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      Object value = entry.getValue();
      if (value != null) {
        out.name(String.valueOf(entry.getKey()));
        write(out, value);
      }
    }
    out.endObject();
  }

  @SuppressWarnings("unchecked") // a codec is found by the class that it is made for
  private static void writeByCodec(JsonWriter out, Object value) {
    ((Codec<Object>) Json.codec(value.getClass())).write(out, value);
  }
}
