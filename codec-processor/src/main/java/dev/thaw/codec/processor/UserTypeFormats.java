package dev.thaw.codec.processor;

import java.util.Set;

/** Gives types the format that {@code @JsonFormat} says, to what is inside of containers too. */
final class UserTypeFormats {
  /** Types whose values a pattern can describe. */
  private static final Set<String> PATTERNS =
      Set.of(
          "localDate",
          "localTime",
          "localDateTime",
          "instant",
          "offsetDateTime",
          "zonedDateTime",
          "date",
          "year",
          "yearMonth",
          "monthDay");

  /** Types that are texts only if the annotation says so. */
  private static final Set<String> TIMES = Set.of("offsetTime", "duration");

  /** Whose usual form is a number. */
  private static final Set<String> NUMBERS =
      Set.of("instant", "offsetDateTime", "zonedDateTime", "date", "year", "duration");

  private UserTypeFormats() {}

  /** The type in that format. */
  static UserType of(UserType type, ValueFormat format) throws Rejection {
    return switch (type) {
      case UserType.CollectionOf list ->
          new UserType.CollectionOf(
              list.javaType(),
              list.made(),
              list.implementation(),
              list.creation(),
              of(list.element(), format));
      case UserType.MapOf map ->
          new UserType.MapOf(
              map.javaType(),
              map.made(),
              map.implementation(),
              map.key(),
              of(map.value(), format),
              map.nulls());
      case UserType.OptionalOf optional ->
          new UserType.OptionalOf(optional.javaType(), of(optional.value(), format));
      case UserType.Leaf leaf -> leaf(leaf, format);
      default -> {
        if (format.pattern() != null
            || !Set.of("ANY", "STRING", "OBJECT").contains(format.shape())) {
          throw misfit(type, format);
        }
        yield type;
      }
    };
  }

  /** The type, of which maps are written with their nulls. */
  static UserType withNulls(UserType type) {
    return switch (type) {
      case UserType.CollectionOf list ->
          new UserType.CollectionOf(
              list.javaType(),
              list.made(),
              list.implementation(),
              list.creation(),
              withNulls(list.element()));
      case UserType.MapOf map ->
          new UserType.MapOf(
              map.javaType(),
              map.made(),
              map.implementation(),
              map.key(),
              withNulls(map.value()),
              true);
      case UserType.OptionalOf optional ->
          new UserType.OptionalOf(optional.javaType(), withNulls(optional.value()));
      default -> type;
    };
  }

  private static UserType leaf(UserType.Leaf leaf, ValueFormat format) throws Rejection {
    String kind = leaf.reader();
    String pattern = format.pattern();
    if (pattern != null && PATTERNS.contains(kind)) {
      if (kind.equals("instant") && format.timezone() == null) {
        throw format.annotation().rejection("with a pattern at an Instant needs a timezone");
      }
      return new UserType.Formatted(leaf, pattern, format.locale(), format.timezone());
    }
    boolean text = PATTERNS.contains(kind) || TIMES.contains(kind);
    if (text && format.shape().equals(ValueFormat.ISO)) {
      return new UserType.Formatted(leaf, null, null, null);
    }
    boolean number = leaf.isNumber();
    if (pattern == null && format.timezone() == null && format.shape().equals("STRING")) {
      return text || number ? new UserType.Formatted(leaf, null, null, null) : leaf;
    }
    boolean usual =
        format.shape().equals("ANY")
            || (format.shape().startsWith("NUMBER") && number)
            || (format.shape().equals("NUMBER") && NUMBERS.contains(kind));
    if (pattern == null && usual) {
      return leaf;
    }
    throw misfit(leaf, format);
  }

  private static Rejection misfit(UserType type, ValueFormat format) {
    return format.annotation().rejection("does not fit " + type.javaType() + " in a codec");
  }
}
