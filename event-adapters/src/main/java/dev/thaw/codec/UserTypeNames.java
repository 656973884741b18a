package dev.thaw.codec;

import org.jspecify.annotations.Nullable;

/** Names in JSON that tell which class a value has. */
public final class UserTypeNames {
  private UserTypeNames() {}

  /**
   * The text of a property of the object that comes next, wherever it stands there. Nothing is
   * consumed.
   *
   * @return null if there is none
   */
  public static @Nullable String ahead(JsonReader in, String property) {
    JsonReader ahead = in.ahead();
    try {
      ahead.beginObject();
      String name = ahead.nextName();
      while (name != null) {
        if (name.equals(property)) {
          return JsonValues.text(ahead);
        }
        ahead.skipValue();
        name = ahead.nextName();
      }
      return null;
    } catch (JsonException e) {
      // What is malformed is met again by the reader itself, which knows the place.
      in.skipValue();
      throw e;
    }
  }

  /** Enters an array and reads the text with which it begins; the value follows. */
  public static @Nullable String inArray(JsonReader in) {
    in.beginArray();
    String name = in.nextElement() ? JsonValues.text(in) : null;
    return name != null && in.nextElement() ? name : null;
  }

  /**
   * An exception about a name that is missing or unknown.
   *
   * @param position where the object begins
   * @param expected what was expected
   */
  public static JsonException unknown(
      JsonReader in, int position, @Nullable String name, String expected) {
    return in.error(
        "Expected the name of a type, "
            + expected
            + ", but found "
            + (name == null ? "none" : "another"),
        position);
  }

  /** An exception about a value whose class has no name. */
  public static IllegalArgumentException unknown(Class<?> type) {
    return new IllegalArgumentException(type + " is none of the classes that its codec knows");
  }
}
