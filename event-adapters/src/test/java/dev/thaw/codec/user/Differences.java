package dev.thaw.codec.user;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where codecs and databind differ on purpose. All of it concerns JSON that neither writes. */
enum Differences {
  /**
   * Databind unwraps an array of one anywhere. A codec does it for values and for lists, not for
   * objects and for the text of a time zone, a month's day and the like, each of which would need
   * code in every codec.
   */
  OBJECT_INSIDE_OF_AN_ARRAY(
      "(?s)Expected (an object but found|a text but found an array|a number but found a string"
          + "|a time with an offset).*",
      null),

  /** An empty array is null everywhere, also where databind refuses it. */
  EMPTY_ARRAY_IS_NULL(null, "(?s).*from Array value \\(token `JsonToken.END_ARRAY`\\).*"),

  /** Unknown months and days are null like other constants. */
  UNKNOWN_MONTH(null, "(?s).*`java.time.(Month|DayOfWeek)`.*"),

  /** Databind cuts fractions off in arrays of dates and times; that looks like a mistake. */
  FRACTION_OF_A_DATE("Expected an integer but found a fraction or an exponent.*", null),

  /** Numbers with huge exponents are refused rather than computed with. */
  HUGE_EXPONENT("Expected an ISO 8601 time but found another value.*", null),

  /** A UUID has 36 characters; the JDK's parser also takes shorter ones. */
  SHORT_UUID("Expected a UUID.*", null),

  /** Binary data as an array of numbers: 3.7 is 3, as for other bytes. */
  FRACTION_AS_A_BYTE(null, "(?s).*`byte\\[\\]` from Floating-point value.*"),

  /** Databind loses its way in a list of texts in which one stands in an array of its own. */
  TEXT_IN_AN_ARRAY_IN_A_LIST(
      null, "(?s)(Trailing token .*|.*`java.lang.String` from (Null|Array) value.*)"),

  /** Databind reads arrays of fractions from base64 as well; a text is a number here. */
  FRACTIONS_IN_BASE64(null, "(?s).*`(double|float)\\[\\]` from String.*"),

  /** White space around a number in a text is no matter; databind minds it around Infinity. */
  INFINITY_WITH_BLANKS(null, "(?s).*from String \"-?Infinity\": not a valid.*"),

  /** Bytes that are no UTF-8 are refused, some of which databind takes for characters. */
  NO_UTF_8("(?s)Expected UTF-8.*", null),

  /** An empty text is null for every object, also where a class's name is around it. */
  EMPTY_TEXT_FOR_A_WRAPPER(null, "(?s).*need JSON Object to contain As.WRAPPER_OBJECT.*"),

  /** A class's name that is no text is refused, even where a class stands for unknown names. */
  NAME_THAT_IS_NO_TEXT("(?s)Expected a string but found an (object|array).*", null),

  /** What a delegating creator takes is read like a property of that type, not more strictly. */
  LENIENT_DELEGATE(
      null, "(?s).*(although at least one Creator exists|Families.(Id|Amount)` from Null).*");

  /**
   * A blank text is null, also for arrays of fractions, which databind empties; an empty array or
   * text is null for what a creator takes, where databind takes it for the whole value.
   */
  private static final Pattern NOTHING =
      Pattern.compile("(?s).*\"(doubles\":\" *\"|amount\":(\\[\\]|\" *\")).*");

  private final @Nullable Pattern ours;
  private final @Nullable Pattern databind;

  Differences(@Nullable String ours, @Nullable String databind) {
    this.ours = ours == null ? null : Pattern.compile(ours);
    this.databind = databind == null ? null : Pattern.compile(databind);
  }

  /** Whether what came of a document may differ. */
  static boolean areMeant(
      String json, @Nullable RuntimeException ours, @Nullable RuntimeException databind) {
    if ((ours == null) == (databind == null)) {
      return NOTHING.matcher(json).matches();
    }
    for (Differences each : values()) {
      if (matches(each.ours, ours) || matches(each.databind, databind)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(@Nullable Pattern pattern, @Nullable RuntimeException failure) {
    return pattern != null
        && failure != null
        && pattern.matcher(String.valueOf(failure.getMessage())).matches();
  }
}
