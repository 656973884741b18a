package dev.thaw.batch;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes the payload of a record a value: by a codec, or as text or bytes as they are.
 *
 * @param <P> the type of the value
 */
final class PayloadReader<P> {
  /** Null for text and bytes. */
  private final @Nullable Codec<P> codec;

  private final boolean text;

  private PayloadReader(@Nullable Codec<P> codec, boolean text) {
    this.codec = codec;
    this.text = text;
  }

  /** Reads JSON, or takes {@code String} and {@code byte[]} as they are. */
  static <P> PayloadReader<P> of(Class<P> type) {
    if (type == String.class || type == byte[].class) {
      return new PayloadReader<>(null, type == String.class);
    }
    return of(Json.codec(type));
  }

  /** Reads JSON. */
  static <P> PayloadReader<P> of(Codec<P> codec) {
    return new PayloadReader<>(codec, false);
  }

  /**
   * Reads a payload.
   *
   * @throws RuntimeException if it cannot be read
   */
  @SuppressWarnings("unchecked") // without a codec P is String or byte[]
  P read(byte[] payload) {
    if (codec == null) {
      return (P) (text ? new String(payload, StandardCharsets.UTF_8) : payload);
    }
    P value = Json.read(payload, codec);
    if (value == null) {
      throw new IllegalArgumentException("The payload is null");
    }
    return value;
  }

  /** The same for a payload that is at hand as text. */
  @SuppressWarnings("unchecked") // see above
  P read(String payload) {
    return text ? (P) payload : read(payload.getBytes(StandardCharsets.UTF_8));
  }
}
