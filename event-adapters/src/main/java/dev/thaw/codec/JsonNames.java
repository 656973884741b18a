package dev.thaw.codec;

/**
 * The property names of one object type, encoded once: a {@link JsonReader} recognises them without
 * creating a string, a {@link JsonWriter} copies them. A name is known by its position.
 */
public final class JsonNames {
  private final String[] names;

  /** Each name as {@code "name":}, escaped. */
  final byte[][] quoted;

  /** A hash table with open addressing: position + 1, or 0 where there is none. */
  private final int[] slots;

  private JsonNames(String[] names) {
    this.names = names;
    this.quoted = new byte[names.length][];
    int size = 4;
    while (size < names.length * 2) {
      size <<= 1;
    }
    this.slots = new int[size];
    JsonWriter out = new JsonWriter(64);
    for (int i = 0; i < names.length; i++) {
      out.reset();
      out.name(names[i]);
      quoted[i] = out.toByteArray();
      int slot = slot(quoted[i], 0);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = i + 1;
    }
  }

  /** The names of an object type, best in the order in which they are usually sent. */
  public static JsonNames of(String... names) {
    return new JsonNames(names.clone());
  }

  /** Whether {@code json} goes on at {@code from} with this name and its quotes. */
  boolean matches(int index, byte[] json, int from, int end) {
    byte[] name = quoted[index];
    int length = name.length - 1;
    if (end - from < length || json[from + length - 1] != '"') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (json[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The position of the name whose opening quote is expected at {@code from}, or {@link
   * JsonReader#UNKNOWN}, also where it is written with escapes and has to be decoded.
   */
  int find(byte[] json, int from, int end) {
    if (end - from < 3) {
      return JsonReader.UNKNOWN;
    }
    int slot = slot(json, from);
    while (slots[slot] != 0) {
      if (matches(slots[slot] - 1, json, from, end)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return JsonReader.UNKNOWN;
  }

  /** The position of a name that had to be decoded. */
  int find(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return JsonReader.UNKNOWN;
  }

  /**
   * Where to look for a name. Its first two characters tell names apart well enough: others that
   * begin like it nearly always have another length, which {@link #matches} sees first.
   */
  private int slot(byte[] json, int from) {
    int first = json[from + 1];
    // Behind an empty name there may be white space.
    int second = first == '"' ? 0 : json[from + 2];
    return (first * 5 + second) & (slots.length - 1);
  }
}
