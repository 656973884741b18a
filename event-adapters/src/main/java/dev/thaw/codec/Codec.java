package dev.thaw.codec;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one type as JSON. A codec has no state: one instance serves all threads.
 *
 * @param <T> the type
 */
public interface Codec<T> {

  /**
   * Reads the next value, and nothing behind it.
   *
   * @return null only for a JSON {@code null}
   * @throws JsonException if the next value is malformed or of the wrong shape
   */
  @Nullable T read(JsonReader in);

  /**
   * Writes one value.
   *
   * @param value null is written as JSON {@code null}
   * @throws JsonException if it is nested too deep
   */
  void write(JsonWriter out, @Nullable T value);
}
