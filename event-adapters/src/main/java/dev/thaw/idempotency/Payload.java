package dev.thaw.idempotency;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a payload that make its key and its fingerprint. */
final class Payload {
  private Payload() {}

  /** A payload as its codec writes it. */
  record Written<I>(Codec<I> codec) implements Function<I, byte @Nullable []> {
    @Override
    public byte[] apply(I input) {
      return Json.write(input, codec);
    }
  }

  /** A payload that holds JSON as text. */
  record Text<I>(Function<? super I, @Nullable String> json)
      implements Function<I, byte @Nullable []> {
    @Override
    public byte @Nullable [] apply(I input) {
      String text = json.apply(input);
      return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Its canonical form, in which white space and the order of members do not count. */
  record Canonical<I>(Function<I, byte @Nullable []> json)
      implements Function<I, byte @Nullable []> {
    @Override
    public byte @Nullable [] apply(I input) {
      byte[] bytes = json.apply(input);
      return bytes == null ? null : CanonicalJson.of(bytes);
    }
  }

  /** What a pointer finds in it. */
  record Pointed<I>(JsonPointer pointer, Function<I, byte @Nullable []> json)
      implements Function<I, @Nullable String> {
    @Override
    public @Nullable String apply(I input) {
      byte[] bytes = json.apply(input);
      return bytes == null ? null : pointer.find(bytes);
    }
  }
}
