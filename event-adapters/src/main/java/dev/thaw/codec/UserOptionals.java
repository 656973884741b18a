package dev.thaw.codec;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Optional numbers; an empty one stands for null. */
public final class UserOptionals {
  private UserOptionals() {}

  /** An int. Empty if it is null. */
  public static OptionalInt optionalInt(JsonReader in) {
    Integer value = UserValues.boxedInt(in);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Writes it. */
  public static void write(JsonWriter out, OptionalInt value) {
    if (value.isPresent()) {
      out.value(value.getAsInt());
    } else {
      out.nullValue();
    }
  }

  /** A long. Empty if it is null. */
  public static OptionalLong optionalLong(JsonReader in) {
    Long value = UserValues.boxedLong(in);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Writes it. */
  public static void write(JsonWriter out, OptionalLong value) {
    if (value.isPresent()) {
      out.value(value.getAsLong());
    } else {
      out.nullValue();
    }
  }

  /** A double. Empty if it is null. */
  public static OptionalDouble optionalDouble(JsonReader in) {
    Double value = UserValues.boxedDouble(in);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Writes it. */
  public static void write(JsonWriter out, OptionalDouble value) {
    if (value.isPresent()) {
      out.value(value.getAsDouble());
    } else {
      out.nullValue();
    }
  }
}
