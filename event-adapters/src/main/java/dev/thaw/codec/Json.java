package dev.thaw.codec;

import dev.thaw.events.EventCodecs;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** JSON as values and back, for types that have a {@link Codec}. */
public final class Json {
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
   * The codec of a class.
   *
   * @throws IllegalArgumentException if it has none; the message says what to do
   */
  @SuppressWarnings("unchecked") // a codec is found by the name of the class that it is made for
  public static <T> Codec<T> codec(Class<T> type) {
    return (Codec<T>) codec((Type) type);
  }

  /**
   * The codec of a type, such as that of a method's parameter.
   *
   * @throws IllegalArgumentException if it has none; the message says what to do
   */
  public static Codec<?> codec(Type type) {
    Codec<?> codec = find(type);
    if (codec == null) {
      throw new IllegalArgumentException(
          "There is no codec for "
              + type.getTypeName()
              + ": annotate it with @GenerateCodec, and have thaw-codec-processor among the"
              + " compiler's annotation processors");
    }
    return codec;
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
      return null;
    }
    Type[] arguments = type.getActualTypeArguments();
    Class<?>[] parameters = new Class<?>[arguments.length];
    Object[] codecs = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      parameters[i] = Codec.class;
      codecs[i] = codec(arguments[i]);
    }
    try {
      return (Codec<?>) codec.getDeclaredConstructor(parameters).newInstance(codecs);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make a " + codec, e);
    }
  }

  private static @Nullable Class<?> codecClass(Class<?> type) {
    String name = type.getName();
    if (type.isPrimitive() || type.isArray() || name.startsWith("java.")) {
      return null;
    }
    try {
      Class<?> found = Class.forName(name.replace('$', '_') + "Codec", true, type.getClassLoader());
      return Codec.class.isAssignableFrom(found) ? found : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
