package dev.thaw.idempotency;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Results that are no events: none at all, texts, numbers and booleans. */
final class PlainResults<T> implements Codec<T> {
  private final Class<T> type;

  private PlainResults(Class<T> type) {
    this.type = type;
  }

  /** The codec of a type of results. */
  static <T> Codec<T> codec(Class<T> type) {
    return type == Void.class
            || type == String.class
            || type == Boolean.class
            || type == Integer.class
            || type == Long.class
            || type == Double.class
        ? new PlainResults<>(type)
        : Json.codec(type);
  }

  @Override
  public @Nullable T read(JsonReader in) {
    return in.nextNull() ? null : type.cast(value(in));
  }

  private Object value(JsonReader in) {
    if (type == String.class) {
      return in.nextString();
    }
    if (type == Boolean.class) {
      return in.nextBoolean();
    }
    if (type == Integer.class) {
      return in.nextInt();
    }
    if (type == Long.class) {
      return in.nextLong();
    }
    if (type == Double.class) {
      // JSON has no number for what is not finite: it is written as text.
      return in.peek() == '"' ? Double.valueOf(in.nextString()) : Double.valueOf(in.nextDouble());
    }
    throw in.error("Expected null", in.position());
  }

  @Override
  public void write(JsonWriter out, @Nullable T value) {
    if (value == null) {
      out.nullValue();
    } else if (value instanceof String text) {
      out.value(text);
    } else if (value instanceof Double number) {
      out.value(number.doubleValue());
    } else {
      // A boolean or an integer, whose text is its JSON.
      out.raw(value.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
