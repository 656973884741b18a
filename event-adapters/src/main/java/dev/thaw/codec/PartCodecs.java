package dev.thaw.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codecs for what a generic type is of, and for lists of what has a codec. */
final class PartCodecs {
  private PartCodecs() {}

  /**
   * The codec of a type argument: any type that has one, and {@code Object}, {@code String}, and
   * lists and maps with keys of {@code String}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Codec<?> of(Type type) {
    if (type == Object.class || type == Map.class || type == List.class) {
      return new AnyCodec();
    }
    if (type == String.class) {
      return new TextCodec();
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ListCodec<>(of(arguments[0]));
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return new MapCodec<>(of(arguments[1]));
      }
    }
    return Json.codec(type);
  }

  /** The codec of a list whose elements have one; null for other types. */
  static @Nullable Codec<?> list(ParameterizedType type) {
    Codec<?> element =
        type.getRawType() == List.class ? Json.find(type.getActualTypeArguments()[0]) : null;
    return element == null ? null : new ListCodec<>(element);
  }
}
