package dev.thaw.codec.processor;

import org.jspecify.annotations.Nullable;

/**
 * Which values of a property are written: those of {@code JsonInclude.Include} that need no code of
 * the user.
 */
enum Inclusion {
  ALWAYS,
  NON_NULL,
  NON_ABSENT,
  NON_EMPTY,
  NON_DEFAULT;

  /**
   * What a member of {@code @JsonInclude} says.
   *
   * @return null for {@code USE_DEFAULTS}: it says nothing
   */
  static @Nullable Inclusion of(Annotation include, String member) throws Rejection {
    String name = include.text(member);
    if (name.equals("USE_DEFAULTS") || name.isEmpty()) {
      return null;
    }
    for (Inclusion each : values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw include.rejection(
        "with " + member + " = " + name + " is not supported: a generated codec calls no filter");
  }
}
