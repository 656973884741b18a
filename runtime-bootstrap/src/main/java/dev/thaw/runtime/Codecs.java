package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.events.EventCodecs;
import dev.thaw.runtime.jackson.JacksonCodec;
import java.lang.reflect.Type;

/** Chooses how a type is read and written. */
final class Codecs {
  private Codecs() {}

  /** The codec of an event or response type; Jackson databind where nobody wrote one. */
  static Codec<?> of(Type type) {
    if (type instanceof Class<?> plain) {
      Codec<?> codec = EventCodecs.find(plain.getName());
      if (codec != null) {
        return codec;
      }
      if (plain == Void.class || plain == void.class) {
        return new NothingCodec();
      }
      if (plain == String.class) {
        return new StringCodec();
      }
    }
    return new JacksonCodec(type);
  }
}
