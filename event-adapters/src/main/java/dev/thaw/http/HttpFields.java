package dev.thaw.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names with values in the order in which they came: headers, query parameters, cookies. A name may
 * occur several times. There are few, so that looking through them is cheaper than a map. Only who
 * fills it changes it.
 */
final class HttpFields {
  /** None, and none to be added. */
  static final HttpFields NONE = new HttpFields(0);

  /** Name, value, name, value. */
  private String[] entries;

  /** How many strings of {@link #entries} are in use. */
  private int length;

  HttpFields() {
    this(16);
  }

  private HttpFields(int capacity) {
    entries = new String[capacity];
  }

  void add(String name, String value) {
    if (length == entries.length) {
      entries = Arrays.copyOf(entries, length * 2);
    }
    entries[length] = name;
    entries[length + 1] = value;
    length += 2;
  }

  int size() {
    return length / 2;
  }

  String name(int index) {
    return entries[index * 2];
  }

  String value(int index) {
    return entries[index * 2 + 1];
  }

  /** The first value of a name in exactly this case. */
  @Nullable String first(String name) {
    for (int i = 0; i < length; i += 2) {
      if (entries[i].equals(name)) {
        return entries[i + 1];
      }
    }
    return null;
  }

  /** The first value of a name in any case. */
  @Nullable String firstIgnoringCase(String name) {
    for (int i = 0; i < length; i += 2) {
      if (entries[i].equalsIgnoreCase(name)) {
        return entries[i + 1];
      }
    }
    return null;
  }

  /** All values of a name, in order. */
  List<String> all(String name, boolean ignoreCase) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < length; i += 2) {
      if (ignoreCase ? entries[i].equalsIgnoreCase(name) : entries[i].equals(name)) {
        values.add(entries[i + 1]);
      }
    }
    return Collections.unmodifiableList(values);
  }

  /** All values by name, in order. */
  Map<String, List<String>> toMap(boolean lowerCase) {
    Map<String, List<String>> map = LinkedHashMap.newLinkedHashMap(length / 2);
    for (int i = 0; i < length; i += 2) {
      String name = lowerCase ? entries[i].toLowerCase(Locale.ROOT) : entries[i];
      List<String> values = map.get(name);
      if (values == null) {
        values = new ArrayList<>(1);
        map.put(name, values);
      }
      values.add(entries[i + 1]);
    }
    for (Map.Entry<String, List<String>> entry : map.entrySet()) {
      entry.setValue(Collections.unmodifiableList(entry.getValue()));
    }
    return Collections.unmodifiableMap(map);
  }

  /** A copy with one more behind the others. */
  HttpFields with(String name, String value) {
    HttpFields more = new HttpFields(length + 2);
    System.arraycopy(entries, 0, more.entries, 0, length);
    more.length = length;
    more.add(name, value);
    return more;
  }

  /** A copy in which no name is this one, in any case. */
  HttpFields without(String name) {
    HttpFields others = new HttpFields(length);
    for (int i = 0; i < length; i += 2) {
      if (!entries[i].equalsIgnoreCase(name)) {
        others.add(entries[i], entries[i + 1]);
      }
    }
    return others;
  }
}
