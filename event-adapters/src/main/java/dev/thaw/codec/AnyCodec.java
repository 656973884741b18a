package dev.thaw.codec;

import org.jspecify.annotations.Nullable;

/** Values of any kind, as what they naturally are. */
final class AnyCodec implements Codec<Object> {

  @Override
  public @Nullable Object read(JsonReader in) {
    return UserObjects.natural(in);
  }

  @Override
  public void write(JsonWriter out, @Nullable Object value) {
    UserObjects.write(out, value);
  }
}
