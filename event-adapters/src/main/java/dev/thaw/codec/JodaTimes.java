package dev.thaw.codec;

import java.util.Locale;
import org.joda.time.DateTime;
import org.joda.time.format.DateTimeFormat;

/** Joda times, in a class of their own so that Joda is loaded only by functions that read one. */
public final class JodaTimes {
  private JodaTimes() {}

  /**
   * An ISO 8601 time, in the zone that it names.
   *
   * @param property what the error message calls it
   * @throws IllegalArgumentException if it is none
   */
  public static DateTime parse(String text, String property) {
    try {
      return DateTime.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(property + " is not an ISO 8601 time", e);
    }
  }

  /** A time as API Gateway writes it: {@code 12/Mar/2020:19:03:58 +0000}. */
  public static String requestTime(DateTime time) {
    return DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z")
        .withLocale(Locale.ENGLISH)
        .withZoneUTC()
        .print(time);
  }
}
