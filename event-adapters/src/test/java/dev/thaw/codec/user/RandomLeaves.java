package dev.thaw.codec.user;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Random values of the JDK's types and of enums; the odd ones often. */
@SuppressWarnings("JavaUtilDate") // users have them
final class RandomLeaves {
  private static final Map<Class<?>, Function<Random, Object>> LEAVES = new HashMap<>();
  private static final String[] TEXTS = {
    "", "a", "null", "0", " x ", "\"\\/\b\f\n\r\t", "\u0000\u001f\u007f", "é漢\u2028", "😀", "RED"
  };
  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    127,
    -128,
    32767,
    65536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 53,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  private static final double[] REALS = {
    0,
    -0.0,
    1.5,
    0.1,
    1e300,
    -2.5e-300,
    100,
    1e21,
    Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY
  };

  static {
    both(boolean.class, Boolean.class, Random::nextBoolean);
    both(byte.class, Byte.class, random -> (byte) random.nextInt());
    both(short.class, Short.class, random -> (short) random.nextInt());
    both(int.class, Integer.class, random -> (int) number(random));
    both(long.class, Long.class, RandomLeaves::number);
    both(float.class, Float.class, random -> (float) real(random));
    both(double.class, Double.class, RandomLeaves::real);
    both(char.class, Character.class, random -> (char) random.nextInt(0xd000));
    LEAVES.put(String.class, RandomLeaves::text);
    LEAVES.put(Object.class, RandomLeaves::anything);
    LEAVES.put(BigDecimal.class, RandomLeaves::decimal);
    LEAVES.put(
        BigInteger.class, random -> new BigInteger(1 + random.nextInt(200), random).negate());
    LEAVES.put(UUID.class, random -> new UUID(random.nextLong(), random.nextLong()));
    LEAVES.put(
        URI.class, random -> URI.create("https://example.com/" + random.nextInt(9) + "?q=%20"));
    LEAVES.put(
        Locale.class, random -> pick(random, List.of(Locale.ROOT, Locale.US, Locale.GERMAN)));
    LEAVES.put(
        Currency.class, random -> Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY"));
    LEAVES.put(byte[].class, RandomLeaves::bytes);
    LEAVES.put(OptionalInt.class, random -> OptionalInt.of((int) number(random)));
    LEAVES.put(OptionalLong.class, random -> OptionalLong.of(number(random)));
    LEAVES.put(OptionalDouble.class, random -> OptionalDouble.of(real(random)));
    times();
  }

  private RandomLeaves() {}

  private static void times() {
    LEAVES.put(Instant.class, RandomLeaves::instant);
    LEAVES.put(Date.class, random -> new Date(instant(random).toEpochMilli()));
    LEAVES.put(LocalDate.class, random -> dateTime(random).toLocalDate());
    LEAVES.put(LocalTime.class, random -> dateTime(random).toLocalTime());
    LEAVES.put(LocalDateTime.class, RandomLeaves::dateTime);
    LEAVES.put(OffsetDateTime.class, random -> dateTime(random).atOffset(offset(random)));
    LEAVES.put(OffsetTime.class, random -> dateTime(random).toLocalTime().atOffset(offset(random)));
    LEAVES.put(ZonedDateTime.class, random -> ZonedDateTime.of(dateTime(random), zone(random)));
    LEAVES.put(Year.class, random -> Year.of(random.nextInt(-3000, 9999)));
    LEAVES.put(YearMonth.class, random -> YearMonth.from(dateTime(random)));
    LEAVES.put(MonthDay.class, random -> MonthDay.from(dateTime(random)));
    LEAVES.put(DayOfWeek.class, random -> DayOfWeek.of(1 + random.nextInt(7)));
    LEAVES.put(ZoneId.class, RandomLeaves::zone);
    LEAVES.put(ZoneOffset.class, RandomLeaves::offset);
    LEAVES.put(Duration.class, random -> Duration.ofSeconds(random.nextInt(), nanos(random)));
    LEAVES.put(Period.class, random -> Period.of(random.nextInt(-9, 9), random.nextInt(), 3));
  }

  /** Null for a type that has parts. */
  static @Nullable Object of(Class<?> type, Random random) {
    Function<Random, Object> leaf = LEAVES.get(type);
    if (leaf != null) {
      return leaf.apply(random);
    }
    return type.isEnum() ? pick(random, Arrays.asList(type.getEnumConstants())) : null;
  }

  private static void both(Class<?> primitive, Class<?> box, Function<Random, Object> leaf) {
    LEAVES.put(primitive, leaf);
    LEAVES.put(box, leaf);
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(TEXTS[random.nextInt(TEXTS.length)]);
    }
    return text.toString();
  }

  /** What databind gives for {@code Object}. */
  private static Object anything(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> text(random);
      case 1 -> random.nextInt();
      case 2 -> random.nextBoolean();
      case 3 -> List.of(1, "a", Map.of("b", 2.5));
      case 4 -> Map.of("c", List.of(), "d", Map.of());
      default -> random.nextDouble();
    };
  }

  private static long number(Random random) {
    return random.nextBoolean() ? random.nextInt(1000) : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private static double real(Random random) {
    return random.nextBoolean() ? random.nextGaussian() : REALS[random.nextInt(REALS.length)];
  }

  private static BigDecimal decimal(Random random) {
    return new BigDecimal(new BigInteger(1 + random.nextInt(90), random), random.nextInt(-20, 40));
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(6)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static int nanos(Random random) {
    return pick(random, List.of(0, 0, 1, 500_000_000, 123_000_000, 999_999_999, 1_000));
  }

  private static Instant instant(Random random) {
    return Instant.ofEpochSecond(random.nextLong(-9_000_000_000L, 99_000_000_000L), nanos(random));
  }

  private static LocalDateTime dateTime(Random random) {
    LocalDateTime time = LocalDateTime.ofInstant(instant(random), ZoneOffset.UTC);
    return switch (random.nextInt(4)) {
      case 0 -> time.withSecond(0).withNano(0);
      case 1 -> time.withNano(0);
      default -> time;
    };
  }

  private static ZoneOffset offset(Random random) {
    return pick(
        random, List.of(ZoneOffset.UTC, ZoneOffset.ofHours(2), ZoneOffset.ofHoursMinutes(-5, -30)));
  }

  private static ZoneId zone(Random random) {
    return pick(random, List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("UTC"), offset(random)));
  }
}
