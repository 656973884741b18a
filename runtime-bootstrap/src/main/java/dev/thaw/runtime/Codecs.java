package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.events.EventCodecs;
import dev.thaw.runtime.jackson.JacksonCodecs;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Chooses how types are read and written. */
final class Codecs {
  private @Nullable JacksonAhead ahead;

  /**
   * Begins with what takes long and touches no class of the function, if a handler of these types
   * needs it: beside the handler's constructor it costs little.
   */
  void prepare(HandlerTypes types) {
    if (ahead == null && (known(types.event()) == null || known(types.response()) == null)) {
      ahead = JacksonAhead.begin();
    }
  }

  /** The codec of an event type. */
  Codec<?> event(Type type) {
    Codec<?> codec = known(type);
    return codec == null ? jackson().reading(type) : codec;
  }

  /** The codec of a response type. */
  Codec<?> response(Type type) {
    Codec<?> codec = known(type);
    return codec == null ? jackson().writing(type) : codec;
  }

  /** Null where nobody wrote a codec: Jackson databind's turn. */
  static @Nullable Codec<?> known(Type type) {
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
    return Json.find(type);
  }

  private JacksonCodecs jackson() {
    JacksonAhead begun = ahead;
    if (begun == null) {
      begun = JacksonAhead.begin();
      ahead = begun;
    }
    return begun.await();
  }
}
