package dev.thaw.batch;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes the payload of a record a value.
 *
 * @param <P> the type of the value
 */
class PayloadReader<P> {
  private final @Nullable Codec<P> codec;

  private PayloadReader(@Nullable Codec<P> codec) {
    this.codec = codec;
  }

  /** Reads JSON, or takes {@code String} and {@code byte[]} as they are. */
  @SuppressWarnings("unchecked") // the class says what P is
  static <P> PayloadReader<P> of(Class<P> type) {
    if (type == String.class) {
      return (PayloadReader<P>) new Text();
    }
    if (type == byte[].class) {
      return (PayloadReader<P>) new Bytes();
    }
    return new PayloadReader<>(Json.codec(type));
  }

  /** Reads JSON. */
  static <P> PayloadReader<P> of(Codec<P> codec) {
    return new PayloadReader<>(codec);
  }

  /**
   * Reads a payload.
   *
   * @throws RuntimeException if it cannot be read
   */
  P read(byte[] payload) {
    P value = codec == null ? null : Json.read(payload, codec);
    if (value == null) {
      throw new IllegalArgumentException("The payload is null");
    }
    return value;
  }

  /** The same for a payload that is at hand as text. */
  P read(String payload) {
    return read(payload.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Text extends PayloadReader<String> {
    Text() {
      super(null);
    }

    @Override
    String read(byte[] payload) {
      return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    String read(String payload) {
      return payload;
    }
  }

  private static final class Bytes extends PayloadReader<byte[]> {
    Bytes() {
      super(null);
    }

    @Override
    byte[] read(byte[] payload) {
      return payload;
    }
  }
}
