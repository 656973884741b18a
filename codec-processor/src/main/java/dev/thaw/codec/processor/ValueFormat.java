package dev.thaw.codec.processor;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @JsonFormat} or {@code @Iso8601} says. Which of it fits a type is known where the
 * type is known; there a misfit is refused at the annotation.
 *
 * @param shape a constant of {@code JsonFormat.Shape}; {@code ANY} if none is given
 * @param pattern null for none
 * @param locale a language tag; null for the default
 * @param timezone null for the default
 * @param annotation the annotation, to complain at
 */
record ValueFormat(
    String shape,
    @Nullable String pattern,
    @Nullable String locale,
    @Nullable String timezone,
    Annotation annotation) {

  /** The shape that our own annotation gives: a text, and only of a time. */
  static final String ISO = "ISO_8601";

  static ValueFormat iso(Annotation annotation) {
    return new ValueFormat(ISO, null, null, null, annotation);
  }

  static ValueFormat of(Annotation format) throws Rejection {
    if (!format.texts("with").isEmpty() || !format.texts("without").isEmpty()) {
      throw format.rejection("with features is not supported by a generated codec: leave them out");
    }
    String lenient = format.text("lenient");
    if (!lenient.isEmpty() && !lenient.equals("DEFAULT")) {
      throw format.rejection("with lenient is not supported by a generated codec: leave it out");
    }
    if (format.number("radix", -1) > 0 && format.number("radix", -1) != 10) {
      throw format.rejection("with a radix is not supported by a generated codec: leave it out");
    }
    String timezone = given(format, "timezone");
    if (timezone != null) {
      try {
        var _ = ZoneId.of(timezone, ZoneId.SHORT_IDS);
      } catch (DateTimeException e) {
        throw format.rejection("names no time zone: " + timezone);
      }
    }
    return new ValueFormat(
        format.text("shape"), given(format, "pattern"), given(format, "locale"), timezone, format);
  }

  /** The annotation's defaults for locale and time zone are texts with two hashes. */
  private static @Nullable String given(Annotation format, String member) {
    String text = format.text(member);
    return text.isEmpty() || text.startsWith("##") ? null : text;
  }
}
