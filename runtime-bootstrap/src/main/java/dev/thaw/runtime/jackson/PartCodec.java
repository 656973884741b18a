package dev.thaw.runtime.jackson;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * The codec of a plain type that a function asks for, or that is part of a type with a codec. It
 * refuses a document as any codec does: Jackson's messages quote values, which may be secret, and
 * know nothing of the document around the part.
 */
final class PartCodec implements Codec<Object> {
  private final JacksonCodec codec;

  PartCodec(JacksonCodec codec) {
    this.codec = codec;
  }

  @Override
  public @Nullable Object read(JsonReader in) {
    int _ = in.peek();
    int start = in.position();
    byte[] json = in.nextRaw();
    try {
      return codec.reader().readValue(json);
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      long offset = location == null ? 0 : location.getByteOffset();
      throw in.error(problem(e), start + Math.clamp(offset, 0, json.length - 1));
    }
  }

  private static String problem(JacksonException e) {
    Class<?> expected = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    return expected == null
        ? "A value is not of the expected type"
        : "Expected " + expected.getSimpleName();
  }

  @Override
  public void write(JsonWriter out, @Nullable Object value) {
    codec.write(out, value);
  }
}
