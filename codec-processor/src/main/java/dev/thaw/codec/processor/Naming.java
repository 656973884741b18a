package dev.thaw.codec.processor;

import java.util.Locale;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How {@code @JsonNaming} makes JSON names of property names; names given by hand stay. */
enum Naming {
  LOWER_CAMEL_CASE("LowerCamelCaseStrategy"),
  UPPER_CAMEL_CASE("UpperCamelCaseStrategy"),
  LOWER_CASE("LowerCaseStrategy"),
  SNAKE_CASE("SnakeCaseStrategy"),
  UPPER_SNAKE_CASE("UpperSnakeCaseStrategy"),
  KEBAB_CASE("KebabCaseStrategy"),
  LOWER_DOT_CASE("LowerDotCaseStrategy");

  private final String strategy;

  Naming(String strategy) {
    this.strategy = strategy;
  }

  /** Null if the annotation names no strategy. */
  static @Nullable Naming of(Annotation naming) throws Rejection {
    if (!(naming.values().get("value") instanceof TypeMirror type)) {
      return null;
    }
    String name = type.toString();
    for (Naming each : values()) {
      if (name.startsWith("tools.jackson.databind.PropertyNamingStrateg")
          || name.startsWith("com.fasterxml.jackson.databind.PropertyNamingStrateg")) {
        if (name.endsWith("." + each.strategy)) {
          return each;
        }
        if (name.endsWith(".PropertyNamingStrategy")) {
          return null;
        }
      }
    }
    throw naming.rejection(
        "with "
            + name
            + " is not supported: a generated codec knows the strategies of"
            + " PropertyNamingStrategies; name the properties by @JsonProperty");
  }

  /** The JSON name of a property. */
  String translate(String name) {
    return switch (this) {
      case LOWER_CAMEL_CASE -> name;
      case UPPER_CAMEL_CASE -> name.isEmpty() ? name : upperFirst(name);
      case LOWER_CASE -> name.toLowerCase(Locale.ROOT);
      case SNAKE_CASE -> snake(name);
      case UPPER_SNAKE_CASE -> snake(name).toUpperCase(Locale.ROOT);
      case KEBAB_CASE -> separate(name, '-');
      case LOWER_DOT_CASE -> separate(name, '.');
    };
  }

  private static String upperFirst(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Capitals in a row are one word that goes on: {@code theURLPath} is {@code the_urlpath}. */
  private static String snake(String name) {
    StringBuilder words = new StringBuilder();
    boolean capital = false;
    for (int i = name.startsWith("_") ? 1 : 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins = Character.isUpperCase(c) && !capital;
      if (begins && !words.isEmpty() && words.charAt(words.length() - 1) != '_') {
        words.append('_');
      }
      capital = Character.isUpperCase(c);
      words.append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  /**
   * The last of several capitals begins the next word: {@code theURLPath}, {@code the-url-path}.
   */
  private static String separate(String name, char separator) {
    StringBuilder words = new StringBuilder();
    int capitals = 0;
    for (int i = 0; i < name.length(); i++) {
      char lower = Character.toLowerCase(name.charAt(i));
      if (lower == name.charAt(i)) {
        if (capitals > 1) {
          words.insert(words.length() - 1, separator);
        }
        capitals = 0;
      } else if (capitals++ == 0 && i > 0) {
        words.append(separator);
      }
      words.append(lower);
    }
    return words.toString();
  }
}
