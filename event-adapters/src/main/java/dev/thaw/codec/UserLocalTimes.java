package dev.thaw.codec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Local dates and times of users' types, as the runtime's databind writes them: arrays of year,
 * month, day, hour, minute, and second and nanosecond where they are not 0. They are read from
 * those and from ISO 8601 text.
 */
public final class UserLocalTimes {
  private UserLocalTimes() {}

  /** An array, ISO text or the number of days since 1970. Null if it is null or empty. */
  public static @Nullable LocalDate localDate(JsonReader in) {
    int position = in.position();
    try {
      if (UserValues.isNumber(in)) {
        return LocalDate.ofEpochDay(in.nextLong());
      }
      int[] n = numbers(in, 3);
      if (n != null) {
        return n.length == 0 ? null : LocalDate.of(n[0], n[1], n[2]);
      }
      String text = text(in);
      if (text == null || text.indexOf('T') != 10) {
        return text == null ? null : LocalDate.parse(text);
      }
      return LocalDateTime.parse(withoutZulu(text)).toLocalDate();
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw in.error("Expected a date but found another value", position);
    }
  }

  /** Writes an array. */
  public static void write(JsonWriter out, LocalDate value) {
    out.beginArray();
    writeDate(out, value);
    out.endArray();
  }

  private static void writeDate(JsonWriter out, LocalDate value) {
    out.value(value.getYear());
    out.value(value.getMonthValue());
    out.value(value.getDayOfMonth());
  }

  /** An array or ISO text. Null if it is null or empty. */
  public static @Nullable LocalTime localTime(JsonReader in) {
    int position = in.position();
    try {
      int[] n = numbers(in, 4);
      if (n != null) {
        return n.length == 0 ? null : time(n, 0);
      }
      String text = text(in);
      if (text == null || text.indexOf('T') != 10) {
        return text == null ? null : LocalTime.parse(text);
      }
      return LocalDateTime.parse(withoutZulu(text)).toLocalTime();
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw in.error("Expected a time but found another value", position);
    }
  }

  private static LocalTime time(int[] n, int from) {
    return LocalTime.of(
        n[from],
        n[from + 1],
        n.length > from + 2 ? n[from + 2] : 0,
        n.length > from + 3 ? n[from + 3] : 0);
  }

  /** Writes an array. */
  public static void write(JsonWriter out, LocalTime value) {
    out.beginArray();
    writeTime(out, value);
    out.endArray();
  }

  private static void writeTime(JsonWriter out, LocalTime value) {
    int seconds = value.getSecond();
    int nanos = value.getNano();
    out.value(value.getHour());
    out.value(value.getMinute());
    if (seconds != 0 || nanos != 0) {
      out.value(seconds);
      if (nanos != 0) {
        out.value(nanos);
      }
    }
  }

  /** An array or ISO text. Null if it is null or empty. */
  public static @Nullable LocalDateTime localDateTime(JsonReader in) {
    int position = in.position();
    try {
      int[] n = numbers(in, 7);
      if (n != null) {
        return n.length == 0 ? null : LocalDateTime.of(LocalDate.of(n[0], n[1], n[2]), time(n, 3));
      }
      String text = text(in);
      return text == null ? null : LocalDateTime.parse(withoutZulu(text));
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw in.error("Expected a date and time but found another value", position);
    }
  }

  /** Writes an array. */
  public static void write(JsonWriter out, LocalDateTime value) {
    out.beginArray();
    writeDate(out, value.toLocalDate());
    writeTime(out, value.toLocalTime());
    out.endArray();
  }

  /** An array that ends with the offset as text, or ISO text. Null if it is null or empty. */
  public static @Nullable OffsetTime offsetTime(JsonReader in) {
    int position = in.position();
    try {
      if (!UserValues.beginArray(in)) {
        String text = text(in);
        return text == null ? null : OffsetTime.parse(text);
      }
      int[] n = new int[4];
      int size = 0;
      while (in.nextElement()) {
        if (in.peek() == '"') {
          ZoneOffset offset = ZoneOffset.of(in.nextString());
          UserValues.end(in, UserValues.ENTERED);
          return OffsetTime.of(time(Arrays.copyOf(n, size), 0), offset);
        }
        n[size++] = in.nextInt();
      }
      if (size == 0) {
        return null;
      }
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      // told below, without the value
    }
    throw in.error("Expected a time with an offset but found another value", position);
  }

  /** Writes an array that ends with the offset as text. */
  public static void write(JsonWriter out, OffsetTime value) {
    out.beginArray();
    writeTime(out, value.toLocalTime());
    out.value(value.getOffset().toString());
    out.endArray();
  }

  /** Databind takes a time of day in UTC for a local one. */
  private static String withoutZulu(String text) {
    return text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
  }

  /** The numbers of an array; null where there is no array. */
  static int @Nullable [] numbers(JsonReader in, int most) {
    if (in.peek() != '[') {
      return null;
    }
    in.beginArray();
    int[] numbers = new int[most];
    int size = 0;
    while (in.nextElement()) {
      if (size == most) {
        throw in.error("Expected fewer numbers", in.position());
      }
      numbers[size++] = in.nextInt();
    }
    return Arrays.copyOf(numbers, size);
  }

  /** A text without the white space around it. Null if it is null or nothing remains. */
  static @Nullable String text(JsonReader in) {
    int position = in.position();
    int array = UserValues.beginSingle(in);
    if (array == UserValues.ENTERED) {
      throw in.error("Expected a text but found an array", position);
    }
    return array == UserValues.EMPTY ? null : UserValues.blankIsNull(in, "a text");
  }
}
