package dev.thaw.runtime.jackson;

import dev.thaw.codec.Codec;
import dev.thaw.codec.PlainCodecs;
import java.lang.reflect.Type;

/** The codecs of types that have none; {@link dev.thaw.codec.Json} finds this class by its name. */
public final class DatabindCodecs implements PlainCodecs {
  /** For {@link dev.thaw.codec.Json}. */
  public DatabindCodecs() {}

  @Override
  public Codec<?> codec(Type type) {
    return new PartCodec(JacksonCodecs.shared().both(type));
  }
}
