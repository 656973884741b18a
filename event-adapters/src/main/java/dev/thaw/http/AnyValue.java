package dev.thaw.http;

import dev.thaw.codec.JsonReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of unknown shape, as maps, lists, strings, booleans, longs and doubles. */
final class AnyValue {
  private AnyValue() {}

  /** Reads a value; null only for a JSON {@code null}. */
  static @Nullable Object read(JsonReader in) {
    return switch (in.peek()) {
      case '{' -> object(in);
      case '[' -> array(in);
      case '"' -> in.nextString();
      case 't', 'f' -> in.nextBoolean();
      case 'n' -> in.nextNull() ? null : "";
      default -> number(in.nextNumber());
    };
  }

  /** Reads an object; empty if it is something else. What is null in it is left out. */
  static Map<String, Object> map(JsonReader in) {
    if (in.peek() == '{') {
      return object(in);
    }
    in.skipValue();
    return Map.of();
  }

  private static Map<String, Object> object(JsonReader in) {
    Map<String, Object> values = new LinkedHashMap<>();
    in.beginObject();
    String name = in.nextName();
    while (name != null) {
      Object value = read(in);
      if (value != null) {
        values.put(name, value);
      }
      name = in.nextName();
    }
    return Collections.unmodifiableMap(values);
  }

  private static List<@Nullable Object> array(JsonReader in) {
    List<@Nullable Object> values = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      values.add(read(in));
    }
    return Collections.unmodifiableList(values);
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.valueOf(text);
    }
  }
}
