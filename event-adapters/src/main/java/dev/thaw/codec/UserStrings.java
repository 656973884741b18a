package dev.thaw.codec;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Values that {@code @JsonFormat(shape = STRING)} makes texts: ISO 8601 for times. */
@SuppressWarnings("JavaUtilDate") // users' types have it
public final class UserStrings {
  private UserStrings() {}

  /** Writes it as its {@code toString()}. */
  public static void write(JsonWriter out, Object value) {
    out.value(value.toString());
  }

  /** Writes it with seconds, also if they are 0. */
  public static void write(JsonWriter out, LocalTime value) {
    out.value(DateTimeFormatter.ISO_LOCAL_TIME.format(value));
  }

  /** Writes it with seconds, also if they are 0. */
  public static void write(JsonWriter out, LocalDateTime value) {
    out.value(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
  }

  /** Writes it with its offset. */
  public static void write(JsonWriter out, OffsetDateTime value) {
    out.value(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
  }

  /** Writes it with its offset, without its zone. */
  public static void write(JsonWriter out, ZonedDateTime value) {
    out.value(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
  }

  /** Writes it in UTC, with milliseconds. */
  public static void write(JsonWriter out, Date value) {
    out.value(
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX")
            .format(value.toInstant().atZone(ZoneOffset.UTC)));
  }
}
