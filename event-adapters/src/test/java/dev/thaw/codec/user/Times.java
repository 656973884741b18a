package dev.thaw.codec.user;

import dev.thaw.codec.GenerateCodec;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Every class of {@code java.time} that is a value. */
final class Times {
  private Times() {}

  @GenerateCodec
  record Points(
      @Nullable Instant instant,
      @Nullable OffsetDateTime offset,
      @Nullable ZonedDateTime zoned,
      @Nullable Date date) {}

  @GenerateCodec
  record Locals(
      @Nullable LocalDate date,
      @Nullable LocalTime time,
      @Nullable LocalDateTime dateTime,
      @Nullable OffsetTime offsetTime) {}

  @GenerateCodec
  record Parts(
      @Nullable Year year,
      @Nullable YearMonth yearMonth,
      @Nullable MonthDay monthDay,
      @Nullable Month month,
      @Nullable DayOfWeek day,
      @Nullable ZoneId zone,
      @Nullable ZoneOffset zoneOffset) {}

  @GenerateCodec
  record Amounts(@Nullable Duration duration, @Nullable Period period) {}
}
