package dev.thaw.codec;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of any kind, where a user's type says {@code Object}. */
public final class UserObjects {
  private UserObjects() {}

  /**
   * A value as what it naturally is: String, Boolean, Integer, Long, BigInteger, Double, List, Map
   * (in the order of the JSON) or null.
   */
  public static @Nullable Object natural(JsonReader in) {
    return switch (in.peek()) {
      case '"' -> in.nextString();
      case 't', 'f' -> in.nextBoolean();
      case 'n' -> nothing(in);
      case '[' -> list(in);
      case '{' -> map(in);
      default -> UserNumbers.number(in.nextNumber());
    };
  }

  private static @Nullable Object nothing(JsonReader in) {
    in.nextNull();
    return null;
  }

  private static List<@Nullable Object> list(JsonReader in) {
    List<@Nullable Object> values = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      values.add(natural(in));
    }
    return values;
  }

  private static Map<String, @Nullable Object> map(JsonReader in) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    in.beginObject();
    String name = in.nextName();
    while (name != null) {
      values.put(name, natural(in));
      name = in.nextName();
    }
    return values;
  }

  /**
   * Writes a value as what it is; what is none of the types above by the codec of its class.
   *
   * @throws IllegalArgumentException if its class has no codec
   */
  public static void write(JsonWriter out, @Nullable Object value) {
    if (value == null) {
      out.nullValue();
    } else if (value instanceof CharSequence || value instanceof Character) {
      out.value(value.toString());
    } else if (value instanceof Boolean truth) {
      out.value(truth);
    } else if (value instanceof Number number) {
      UserNumbers.write(out, number);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(out, map);
    } else if (value instanceof Collection<?> collection) {
      out.beginArray();
      for (Object each : collection) {
        write(out, each);
      }
      out.endArray();
    } else if (value instanceof byte[] bytes) {
      out.base64(bytes);
    } else if (value.getClass().isArray()) {
      out.beginArray();
      for (int i = 0; i < Array.getLength(value); i++) {
        write(out, Array.get(value, i));
      }
      out.endArray();
    } else {
      writeOther(out, value);
    }
  }

  private static void writeMap(JsonWriter out, Map<?, ?> map) {
    out.beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != null) {
        out.name(String.valueOf(entry.getKey()));
        write(out, entry.getValue());
      }
    }
    out.endObject();
  }

  @SuppressWarnings("unchecked") // the codec of a value's own class takes it
  private static void writeOther(JsonWriter out, Object value) {
    ((Codec<Object>) Json.codec(value.getClass())).write(out, value);
  }
}
