package dev.thaw.codec;

import dev.thaw.events.EventCodecs;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * JSON as values and back: by the {@link Codec} of a type, or, inside the runtime, by Jackson
 * databind for a type that has none.
 */
public final class Json {
  /** In the runtime, which is not there in a unit test. */
  private static final String PLAIN = "dev.thaw.runtime.jackson.DatabindCodecs";

  private Json() {}

  /**
   * Reads one document.
   *
   * @param json UTF-8
   * @return null only for a JSON {@code null}
   * @throws JsonException if it is malformed or of the wrong shape; the message names the place
   * @throws IllegalArgumentException if the type has no codec
   */
  public static <T> @Nullable T read(byte[] json, Class<T> type) {
    return read(json, codec(type));
  }

  /** The same with a codec at hand. */
  public static <T> @Nullable T read(byte[] json, Codec<T> codec) {
    JsonReader in = new JsonReader(json);
    T value = codec.read(in);
    in.endOfInput();
    return value;
  }

  /**
   * Writes one value.
   *
   * @return UTF-8
   */
  public static <T> byte[] write(@Nullable T value, Codec<T> codec) {
    JsonWriter out = new JsonWriter();
    codec.write(out, value);
    return out.toByteArray();
  }

  /**
   * The codec of a class. It is looked for once.
   *
   * @throws IllegalArgumentException if it has none and Jackson is not there; the message says what
   *     to do
   */
  @SuppressWarnings("unchecked") // a codec is found by the name of the class that it is made for
  public static <T> Codec<T> codec(Class<T> type) {
    return (Codec<T>) KnownCodecs.OF.get(type);
  }

  /**
   * The codec of a type, such as that of a method's parameter; best kept, since one of a generic
   * type is looked for at each call.
   *
   * @throws IllegalArgumentException if it has none and Jackson is not there; the message says what
   *     to do
   */
  public static Codec<?> codec(Type type) {
    return type instanceof Class<?> plain ? codec(plain) : made(type);
  }

  static Codec<?> made(Type type) {
    Codec<?> codec = find(type);
    if (codec == null) {
      codec = plain(type);
    }
    if (codec == null) {
      throw new IllegalArgumentException(
          "There is no codec for "
              + type.getTypeName()
              + (isOwn(type)
                  ? ": annotate it with @GenerateCodec, and have thaw-codec-processor among the"
                      + " compiler's annotation processors"
                  : ": ask for that of a class of your own, with @GenerateCodec, that has it as a"
                      + " property"));
    }
    return codec;
  }

  /** Whether it may be a class that somebody can annotate. */
  private static boolean isOwn(Type type) {
    return type instanceof Class<?> plain
        ? !isWithoutCodec(plain)
        : type instanceof ParameterizedType generic && isOwn(generic.getRawType());
  }

  private static boolean isWithoutCodec(Class<?> type) {
    return type.isPrimitive() || type.isArray() || type.getName().startsWith("java.");
  }

  /**
   * The codec of a type: one of AWS's events, or a type beside which a codec stands.
   *
   * @return null if it has none
   */
  public static @Nullable Codec<?> find(Type type) {
    if (type instanceof Class<?> plain) {
      Codec<?> codec = EventCodecs.find(plain.getName());
      return codec == null ? beside(plain) : codec;
    }
    return type instanceof ParameterizedType generic ? beside(generic) : null;
  }

  private static @Nullable Codec<?> plain(Type type) {
    PlainCodecs codecs;
    try {
      codecs =
          Class.forName(PLAIN).asSubclass(PlainCodecs.class).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + PLAIN, e);
    }
    return codecs.codec(type);
  }

  private static @Nullable Codec<?> beside(Class<?> type) {
    Class<?> codec = codecClass(type);
    try {
      return codec == null ? null : (Codec<?>) codec.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make a " + codec, e);
    }
  }

  private static @Nullable Codec<?> beside(ParameterizedType type) {
    Class<?> codec = type.getRawType() instanceof Class<?> raw ? codecClass(raw) : null;
    if (codec == null) {
      return PartCodecs.list(type);
    }
    Type[] arguments = type.getActualTypeArguments();
    Class<?>[] parameters = new Class<?>[arguments.length];
    Object[] codecs = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      parameters[i] = Codec.class;
      codecs[i] = PartCodecs.of(arguments[i]);
    }
    try {
      return (Codec<?>) codec.getDeclaredConstructor(parameters).newInstance(codecs);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make a " + codec, e);
    }
  }

  /**
   * The class of the codec that stands beside a type, not initialized; for tools.
   *
   * @return null if there is none
   */
  public static @Nullable Class<?> codecClass(Class<?> type) {
    if (isWithoutCodec(type)) {
      return null;
    }
    String name = type.getName();
    try {
      Class<?> found =
          Class.forName(name.replace('$', '_').concat("Codec"), false, type.getClassLoader());
      return Codec.class.isAssignableFrom(found) ? found : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
