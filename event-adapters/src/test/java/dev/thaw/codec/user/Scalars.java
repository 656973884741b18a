package dev.thaw.codec.user;

import dev.thaw.codec.GenerateCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types of one JSON value. */
@SuppressWarnings("ArrayRecordComponent") // they are what is tested
final class Scalars {
  private Scalars() {}

  @GenerateCodec
  record Primitives(
      boolean flag,
      byte tiny,
      short small,
      int number,
      long large,
      float single,
      double real,
      char letter) {}

  @GenerateCodec
  record Boxes(
      @Nullable Boolean flag,
      @Nullable Byte tiny,
      @Nullable Short small,
      @Nullable Integer number,
      @Nullable Long large,
      @Nullable Float single,
      @Nullable Double real,
      @Nullable Character letter) {}

  @GenerateCodec
  record Texts(
      @Nullable String text,
      @Nullable BigDecimal decimal,
      @Nullable BigInteger integer,
      @Nullable UUID id,
      @Nullable URI uri,
      @Nullable Locale locale,
      @Nullable Currency currency,
      byte @Nullable [] data,
      @Nullable Color color) {}

  @GenerateCodec
  record Optionals(OptionalInt number, OptionalLong large, OptionalDouble real) {}

  enum Color {
    RED,
    GREEN,
    BLUE {
      @Override
      public String toString() {
        return "sky";
      }
    }
  }
}
