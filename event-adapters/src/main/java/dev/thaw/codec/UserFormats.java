package dev.thaw.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times in a format that {@code @JsonFormat} gives. What is no text is read as it is without one.
 */
@SuppressWarnings("JavaUtilDate") // users' types have it
public final class UserFormats {
  private UserFormats() {}

  /**
   * Makes a format.
   *
   * @param locale a language tag; null for the default
   * @param zone null for that of the time
   */
  public static DateTimeFormatter of(
      String pattern, @Nullable String locale, @Nullable String zone) {
    DateTimeFormatter format =
        locale == null
            ? DateTimeFormatter.ofPattern(pattern)
            : DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(locale));
    return zone == null ? format : format.withZone(ZoneId.of(zone, ZoneId.SHORT_IDS));
  }

  /** Writes a time. */
  public static void write(JsonWriter out, TemporalAccessor value, DateTimeFormatter format) {
    out.value(format.format(value));
  }

  /** Writes a time, in UTC unless the format names a zone. */
  public static void write(JsonWriter out, Date value, DateTimeFormatter format) {
    out.value(format.format(value.toInstant().atZone(zone(format))));
  }

  private static ZoneId zone(DateTimeFormatter format) {
    ZoneId zone = format.getZone();
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /** Parses a text, if that is what comes next; null if it is empty. */
  private static @Nullable TemporalAccessor parse(JsonReader in, DateTimeFormatter format) {
    int position = in.position();
    String text = UserValues.blankIsNull(in, "a time");
    try {
      return text == null ? null : format.parse(text);
    } catch (DateTimeException e) {
      throw in.error("Expected a time in another format", position);
    }
  }

  /** A date. Null if it is null or empty. */
  public static @Nullable LocalDate localDate(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserLocalTimes.localDate(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : LocalDate.from(parsed);
  }

  /** A time of day. Null if it is null or empty. */
  public static @Nullable LocalTime localTime(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserLocalTimes.localTime(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : LocalTime.from(parsed);
  }

  /** A date and time. Null if it is null or empty. */
  public static @Nullable LocalDateTime localDateTime(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserLocalTimes.localDateTime(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : LocalDateTime.from(parsed);
  }

  /** A point in time. Null if it is null or empty. */
  public static @Nullable Instant instant(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserTimes.instant(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : Instant.from(parsed);
  }

  /** A point in time, in UTC. Null if it is null or empty. */
  public static @Nullable ZonedDateTime zonedDateTime(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserTimes.zonedDateTime(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : ZonedDateTime.from(parsed).withZoneSameInstant(ZoneOffset.UTC);
  }

  /** A point in time, in UTC. Null if it is null or empty. */
  public static @Nullable OffsetDateTime offsetDateTime(JsonReader in, DateTimeFormatter format) {
    ZonedDateTime value = zonedDateTime(in, format);
    return value == null ? null : value.toOffsetDateTime();
  }

  /** A point in time, in UTC where neither format nor text name a zone. Null if it is null. */
  public static @Nullable Date date(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserDates.date(in);
    }
    TemporalAccessor parsed = parse(in, format.withZone(zone(format)));
    return parsed == null ? null : Date.from(Instant.from(parsed));
  }

  /** A year. Null if it is null or empty. */
  public static @Nullable Year year(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserTimes.year(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : Year.from(parsed);
  }

  /** A year and month. Null if it is null or empty. */
  public static @Nullable YearMonth yearMonth(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserTimes.yearMonth(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : YearMonth.from(parsed);
  }

  /** A month and day. Null if it is null or empty. */
  public static @Nullable MonthDay monthDay(JsonReader in, DateTimeFormatter format) {
    if (in.peek() != '"') {
      return UserTimes.monthDay(in);
    }
    TemporalAccessor parsed = parse(in, format);
    return parsed == null ? null : MonthDay.from(parsed);
  }
}
