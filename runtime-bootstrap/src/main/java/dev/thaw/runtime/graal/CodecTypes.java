package dev.thaw.runtime.graal;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.events.EventCodecs;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the codecs of types, as the runtime and {@link Json} do, but initializes none. */
final class CodecTypes {
  private final Set<Class<?>> codecs = new LinkedHashSet<>();
  private final Map<Type, String> plain = new LinkedHashMap<>();

  /** The codecs' classes that are looked for by name. */
  Set<Class<?>> codecs() {
    return codecs;
  }

  /** The types without one, which Jackson databind reads and writes, and who needs each. */
  Map<Type, String> plain() {
    return plain;
  }

  /** Adds a type that a handler is called with, or that it returns. */
  void addHandlers(Type type, String handler) {
    if (type != String.class && type != Void.class && type != void.class) {
      add(type, handler);
    }
  }

  /** Adds a type whose codec is asked for. */
  void add(Type type, String user) {
    if (!addKnown(type, user)) {
      plain.putIfAbsent(type, user);
    }
  }

  private boolean addKnown(Type type, String user) {
    if (type instanceof Class<?> simple) {
      Class<?> codec = codec(simple);
      return codec != null && (codecs.add(codec) || codecs.contains(codec));
    }
    if (!(type instanceof ParameterizedType generic)
        || !(generic.getRawType() instanceof Class<?> raw)) {
      return false;
    }
    Type[] arguments = generic.getActualTypeArguments();
    Class<?> codec = Json.codecClass(raw);
    if (codec != null) {
      codecs.add(codec);
      for (Type argument : arguments) {
        addPart(argument, user);
      }
      return true;
    }
    return raw == List.class && addKnown(arguments[0], user);
  }

  private void addPart(Type type, String user) {
    if (type == Object.class || type == Map.class || type == List.class || type == String.class) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class
          || (generic.getRawType() == Map.class && arguments[0] == String.class)) {
        addPart(arguments[arguments.length - 1], user);
        return;
      }
    }
    add(type, user);
  }

  /** The class of a type's codec; null if it has none. */
  static @Nullable Class<?> codec(Class<?> type) {
    Codec<?> event = EventCodecs.find(type.getName());
    return event == null ? Json.codecClass(type) : event.getClass();
  }
}
