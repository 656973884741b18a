package dev.thaw.codec;

import org.jspecify.annotations.Nullable;

/** Texts. */
final class TextCodec implements Codec<String> {

  @Override
  public @Nullable String read(JsonReader in) {
    return UserValues.text(in);
  }

  @Override
  public void write(JsonWriter out, @Nullable String value) {
    out.value(value);
  }
}
