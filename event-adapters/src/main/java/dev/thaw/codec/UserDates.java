package dev.thaw.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** {@code java.util.Date}, as databind has it: milliseconds since 1970, or ISO 8601 text. */
@SuppressWarnings("JavaUtilDate") // users' types have it
public final class UserDates {
  private UserDates() {}

  /** Milliseconds since 1970, or ISO text in UTC unless it says otherwise. Null if it is null. */
  public static @Nullable Date date(JsonReader in) {
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    int position = in.position();
    Date value;
    try {
      if (UserValues.isNumber(in)) {
        value = new Date(in.nextLong());
      } else {
        String text = UserValues.blankIsNull(in, "a date");
        value = text == null ? null : parse(text);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw in.error("Expected a date but found another value", position);
    }
    UserValues.end(in, array);
    return value;
  }

  private static Date parse(String text) {
    int time = text.indexOf('T');
    if (time < 0) {
      return text.indexOf('-', 1) < 0
          ? new Date(Long.parseLong(text))
          : Date.from(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    int offset = Math.max(text.indexOf('+', time), text.indexOf('-', time));
    if (offset < 0) {
      boolean zulu = text.endsWith("Z");
      String local = zulu ? text.substring(0, text.length() - 1) : text;
      return Date.from(LocalDateTime.parse(local).toInstant(ZoneOffset.UTC));
    }
    Instant instant =
        LocalDateTime.parse(text.substring(0, offset))
            .toInstant(ZoneOffset.of(text.substring(offset)));
    return Date.from(instant);
  }

  /** Writes milliseconds since 1970. */
  public static void write(JsonWriter out, Date value) {
    out.value(value.getTime());
  }
}
