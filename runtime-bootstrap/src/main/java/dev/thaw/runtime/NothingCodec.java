package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** {@link Void}: any event is ignored, and the response is {@code null}. */
final class NothingCodec implements Codec<Void> {

  @Override
  public @Nullable Void read(JsonReader in) {
    in.skipValue();
    return null;
  }

  @Override
  public void write(JsonWriter out, @Nullable Void value) {
    out.nullValue();
  }
}
