package dev.thaw.codec;

import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that are texts in JSON, as databind reads and writes them. */
public final class UserTexts {
  private UserTexts() {}

  /** A UUID in its usual form. Null if it is null or empty. */
  public static @Nullable UUID uuid(JsonReader in) {
    int position = in.position();
    String text = notBlank(in);
    try {
      return text == null ? null : uuid(text);
    } catch (IllegalArgumentException e) {
      throw in.error("Expected a UUID but found other text", position);
    }
  }

  /** UUID.fromString takes shorter forms, which databind does not. */
  static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (text.length() != 36) {
      throw new IllegalArgumentException();
    }
    return uuid;
  }

  /** Writes a UUID. */
  public static void write(JsonWriter out, UUID value) {
    out.value(value.toString());
  }

  /** A URI. Null if it is null. */
  public static @Nullable URI uri(JsonReader in) {
    int position = in.position();
    String text = UserValues.text(in);
    try {
      return text == null ? null : URI.create(text.trim());
    } catch (IllegalArgumentException e) {
      throw in.error("Expected a URI but found other text", position);
    }
  }

  /** Writes a URI. */
  public static void write(JsonWriter out, URI value) {
    out.value(value.toString());
  }

  /**
   * A locale by its language tag, such as {@code de-DE}, or by what its {@code toString} gives,
   * such as {@code de_DE}. Null if it is null.
   */
  public static @Nullable Locale locale(JsonReader in) {
    String text = UserValues.text(in);
    if (text == null) {
      return null;
    }
    String tag = text.trim();
    int country = separator(tag, 0);
    if (country == tag.length()) {
      return Locale.of(tag);
    }
    if (tag.charAt(country) == '-') {
      return Locale.forLanguageTag(tag);
    }
    int variant = separator(tag, country + 1);
    return Locale.of(
        tag.substring(0, country),
        tag.substring(country + 1, variant),
        tag.substring(Math.min(variant + 1, tag.length())));
  }

  private static int separator(String tag, int from) {
    int at = from;
    while (at < tag.length() && tag.charAt(at) != '-' && tag.charAt(at) != '_') {
      at++;
    }
    return at;
  }

  /** Writes a locale as its language tag; empty for the one without a language. */
  public static void write(JsonWriter out, Locale value) {
    out.value(value.equals(Locale.ROOT) ? "" : value.toLanguageTag());
  }

  /** A currency by its code. Null if it is null or empty. */
  public static @Nullable Currency currency(JsonReader in) {
    int position = in.position();
    String text = notBlank(in);
    try {
      return text == null ? null : Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw in.error("Expected a currency's code but found other text", position);
    }
  }

  /** Writes a currency's code. */
  public static void write(JsonWriter out, Currency value) {
    out.value(value.getCurrencyCode());
  }

  /** A text of one character, or its number. {@code '\0'} if it is null or empty. */
  public static char charValue(JsonReader in) {
    Character value = boxedChar(in);
    return value == null ? 0 : value;
  }

  /** A text of one character, or its number. Null if it is null or empty. */
  public static @Nullable Character boxedChar(JsonReader in) {
    int array = UserValues.beginSingle(in);
    if (array == UserValues.EMPTY) {
      return null;
    }
    int position = in.position();
    Character value = null;
    if (UserValues.isNumber(in)) {
      int number = in.nextInt();
      if (number < 0 || number > Character.MAX_VALUE) {
        throw in.error("Expected a character but found a number out of its range", position);
      }
      value = (char) number;
    } else if (!in.nextNull()) {
      String text = in.nextString();
      if (text.length() > 1) {
        throw in.error("Expected one character but found more", position);
      }
      value = text.isEmpty() ? null : text.charAt(0);
    }
    UserValues.end(in, array);
    return value;
  }

  /** Writes a character as a text. */
  public static void write(JsonWriter out, char value) {
    out.value(String.valueOf(value));
  }

  private static @Nullable String notBlank(JsonReader in) {
    String text = UserValues.text(in);
    return text == null || text.isBlank() ? null : text.trim();
  }
}
