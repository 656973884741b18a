package dev.thaw.codec;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Times of users' types, as the runtime's databind writes them: seconds since 1970 with nine digits
 * behind the point, or arrays of numbers. They are read from those and from ISO 8601 text. Local
 * dates and times are in {@link UserLocalTimes}.
 */
public final class UserTimes {
  private static final int NANO_DIGITS = 9;

  private UserTimes() {}

  /** Seconds since 1970 or ISO text. Null if it is null or empty. */
  public static @Nullable Instant instant(JsonReader in) {
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    int position = in.position();
    Instant value;
    try {
      BigDecimal seconds = seconds(in);
      String text = seconds == null ? UserValues.blankIsNull(in, "a time") : null;
      if (text != null && isNumber(text)) {
        seconds = new BigDecimal(text);
      }
      if (seconds != null) {
        Duration since = duration(seconds);
        value = Instant.ofEpochSecond(since.getSeconds(), since.getNano());
      } else {
        value = text == null ? null : instant(text);
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw in.error("Expected an ISO 8601 time but found another value", position);
    }
    UserValues.end(in, array);
    return value;
  }

  private static Instant instant(String text) {
    return Instant.parse(zulu(text));
  }

  /** Offsets of zero hours are written in many ways. */
  private static String zulu(String text) {
    if (text.endsWith("+00:00") || text.endsWith("-00:00")) {
      return text.substring(0, text.length() - 6) + "Z";
    }
    if (text.endsWith("+0000")) {
      return text.substring(0, text.length() - 5) + "Z";
    }
    return text.endsWith("+00") && text.indexOf('T') > 0
        ? text.substring(0, text.length() - 3) + "Z"
        : text;
  }

  /** Writes seconds since 1970. */
  public static void write(JsonWriter out, Instant value) {
    writeSeconds(out, value.getEpochSecond(), value.getNano());
  }

  /** Seconds since 1970 or ISO text; in UTC, as databind has it. Null if it is null or empty. */
  public static @Nullable OffsetDateTime offsetDateTime(JsonReader in) {
    ZonedDateTime value = zonedDateTime(in);
    return value == null ? null : value.toOffsetDateTime();
  }

  /** Writes seconds since 1970. */
  public static void write(JsonWriter out, OffsetDateTime value) {
    writeSeconds(out, value.toEpochSecond(), value.getNano());
  }

  /** Seconds since 1970 or ISO text; in UTC, as databind has it. Null if it is null or empty. */
  public static @Nullable ZonedDateTime zonedDateTime(JsonReader in) {
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    int position = in.position();
    ZonedDateTime value;
    try {
      BigDecimal seconds = seconds(in);
      String text = seconds == null ? UserValues.blankIsNull(in, "a time") : null;
      if (text != null && isNumber(text)) {
        seconds = new BigDecimal(text);
      }
      if (seconds != null) {
        Duration since = duration(seconds);
        value = Instant.ofEpochSecond(since.getSeconds(), since.getNano()).atZone(ZoneOffset.UTC);
      } else {
        value = text == null ? null : zoned(text);
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw in.error("Expected an ISO 8601 time but found another value", position);
    }
    UserValues.end(in, array);
    return value;
  }

  private static ZonedDateTime zoned(String text) {
    String colon = zulu(text);
    int sign = colon.length() - 5;
    if (sign > 10 && (colon.charAt(sign) == '+' || colon.charAt(sign) == '-')) {
      colon = colon.substring(0, sign + 3) + ":" + colon.substring(sign + 3);
    }
    return ZonedDateTime.parse(colon).withZoneSameInstant(ZoneOffset.UTC);
  }

  /** Writes seconds since 1970. */
  public static void write(JsonWriter out, ZonedDateTime value) {
    writeSeconds(out, value.toEpochSecond(), value.getNano());
  }

  /** Seconds or ISO text. Null if it is null or empty. */
  public static @Nullable Duration duration(JsonReader in) {
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    int position = in.position();
    Duration value;
    try {
      BigDecimal seconds = seconds(in);
      if (seconds != null) {
        value = duration(seconds);
      } else {
        String text = UserValues.blankIsNull(in, "a duration");
        value = text == null ? null : Duration.parse(text);
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw in.error("Expected an ISO 8601 duration but found another value", position);
    }
    UserValues.end(in, array);
    return value;
  }

  /** Writes seconds. */
  public static void write(JsonWriter out, Duration value) {
    writeSeconds(out, value.getSeconds(), value.getNano());
  }

  private static @Nullable BigDecimal seconds(JsonReader in) {
    return UserValues.isNumber(in) ? in.nextDecimal() : null;
  }

  private static boolean isNumber(String text) {
    int from = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return text.length() > from;
  }

  private static Duration duration(BigDecimal seconds) {
    BigDecimal limit = BigDecimal.valueOf(Long.MAX_VALUE);
    if (seconds.abs().compareTo(limit) > 0) {
      throw new ArithmeticException();
    }
    long whole = seconds.longValue();
    BigDecimal fraction = seconds.subtract(BigDecimal.valueOf(whole));
    return Duration.ofSeconds(whole, fraction.movePointRight(NANO_DIGITS).longValue());
  }

  private static void writeSeconds(JsonWriter out, long seconds, int nanos) {
    if (nanos == 0) {
      out.value(
          seconds == 0
              ? BigDecimal.valueOf(0, 1)
              : BigDecimal.valueOf(seconds).setScale(NANO_DIGITS));
    } else {
      out.value(BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, NANO_DIGITS)));
    }
  }

  /** ISO text. Null if it is null or empty. */
  public static @Nullable Period period(JsonReader in) {
    int position = in.position();
    String text = UserLocalTimes.text(in);
    try {
      return text == null ? null : Period.parse(text);
    } catch (DateTimeException e) {
      throw in.error("Expected an ISO 8601 period but found another value", position);
    }
  }

  /** Writes ISO text. */
  public static void write(JsonWriter out, Period value) {
    out.value(value.toString());
  }

  /** A number. Null if it is null or empty. */
  public static @Nullable Year year(JsonReader in) {
    int position = in.position();
    try {
      Integer year = UserValues.isNumber(in) ? (Integer) in.nextInt() : UserValues.boxedInt(in);
      return year == null ? null : Year.of(year);
    } catch (DateTimeException e) {
      throw in.error("Expected a year but found another value", position);
    }
  }

  /** Writes a number. */
  public static void write(JsonWriter out, Year value) {
    out.value(value.getValue());
  }

  /** An array of year and month, or ISO text. Null if it is null or empty. */
  public static @Nullable YearMonth yearMonth(JsonReader in) {
    int position = in.position();
    int[] numbers = UserLocalTimes.numbers(in, 2);
    try {
      if (numbers != null) {
        return numbers.length == 0 ? null : YearMonth.of(numbers[0], numbers[1]);
      }
      String text = UserLocalTimes.text(in);
      return text == null ? null : YearMonth.parse(text);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw in.error("Expected a year and month but found another value", position);
    }
  }

  /** Writes an array. */
  public static void write(JsonWriter out, YearMonth value) {
    out.beginArray();
    out.value(value.getYear());
    out.value(value.getMonthValue());
    out.endArray();
  }

  /** ISO text such as {@code --02-03}, or an array. Null if it is null or empty. */
  public static @Nullable MonthDay monthDay(JsonReader in) {
    int position = in.position();
    int[] numbers = UserLocalTimes.numbers(in, 2);
    try {
      if (numbers != null) {
        return numbers.length == 0 ? null : MonthDay.of(numbers[0], numbers[1]);
      }
      String text = UserLocalTimes.text(in);
      return text == null ? null : MonthDay.parse(text);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw in.error("Expected a month and day but found another value", position);
    }
  }

  /** Writes ISO text. */
  public static void write(JsonWriter out, MonthDay value) {
    out.value(value.toString());
  }

  /** A zone's name or offset. Null if it is null or empty. */
  public static @Nullable ZoneId zoneId(JsonReader in) {
    int position = in.position();
    String text = UserLocalTimes.text(in);
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw in.error("Expected a time zone but found another value", position);
    }
  }

  /** Writes its name. */
  public static void write(JsonWriter out, ZoneId value) {
    out.value(value.getId());
  }

  /** An offset such as {@code +02:00}. Null if it is null or empty. */
  public static @Nullable ZoneOffset zoneOffset(JsonReader in) {
    int position = in.position();
    String text = UserLocalTimes.text(in);
    try {
      return text == null ? null : ZoneOffset.of(text);
    } catch (DateTimeException e) {
      throw in.error("Expected a time zone's offset but found another value", position);
    }
  }
}
