package dev.thaw.codec;

import java.util.UUID;

/** Keys of maps that are not texts. */
public final class UserKeys {
  private UserKeys() {}

  /** A key that is an int. */
  public static Integer boxedInt(JsonReader in, String name) {
    try {
      return Integer.valueOf(name);
    } catch (NumberFormatException e) {
      throw in.error("Expected an int as the property's name", in.position());
    }
  }

  /** A key that is a long. */
  public static Long boxedLong(JsonReader in, String name) {
    try {
      return Long.valueOf(name);
    } catch (NumberFormatException e) {
      throw in.error("Expected a long as the property's name", in.position());
    }
  }

  /** A key that is a UUID. */
  public static UUID uuid(JsonReader in, String name) {
    try {
      return UserTexts.uuid(name);
    } catch (IllegalArgumentException e) {
      throw in.error("Expected a UUID as the property's name", in.position());
    }
  }
}
