package dev.thaw.codec;

import org.joda.time.DateTime;

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
}
