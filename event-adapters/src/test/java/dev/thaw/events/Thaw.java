package dev.thaw.events;

import static java.util.Objects.requireNonNull;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Our codecs, used as the runtime uses them. */
final class Thaw {
  private Thaw() {}

  static <T> @Nullable T readNullable(Class<T> type, byte[] json) {
    JsonReader in = new JsonReader(json);
    T value = codec(type).read(in);
    in.endOfInput();
    return value;
  }

  static <T> T read(Class<T> type, byte[] json) {
    return requireNonNull(readNullable(type, json));
  }

  static <T> byte[] write(Class<T> type, @Nullable T value) {
    JsonWriter out = new JsonWriter();
    codec(type).write(out, value);
    return out.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static <T> Codec<T> codec(Class<T> type) {
    return (Codec<T>) requireNonNull(EventCodecs.find(type.getName()));
  }
}
