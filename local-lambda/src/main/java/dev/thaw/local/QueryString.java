package dev.thaw.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads query strings. */
final class QueryString {
  private QueryString() {}

  /** Names and values as they were sent, undecoded, in order. */
  static Map<String, List<String>> raw(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query == null) {
      return parameters;
    }
    int start = 0;
    while (start <= query.length()) {
      int end = query.indexOf('&', start);
      String pair = query.substring(start, end < 0 ? query.length() : end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return parameters;
  }

  /** The decoded value of a parameter; null if it is not there. */
  static @Nullable String first(@Nullable String query, String name) {
    List<String> values = raw(query).get(name);
    return values == null ? null : Percent.decode(values.getFirst());
  }
}
