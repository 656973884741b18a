package dev.thaw.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the headers of an answer stand in its buffer. They become strings when asked for. */
final class HttpHeaders {
  private int count;

  /** For each header: start and end of its name, start and end of its value. */
  private int[] offsets = new int[4 * 16];

  /** A header name as the look-ups want it. */
  static byte[] lowerCase(String name) {
    return name.getBytes(StandardCharsets.ISO_8859_1);
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  void add(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    if (4 * count == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * offsets.length);
    }
    offsets[4 * count] = nameStart;
    offsets[4 * count + 1] = nameEnd;
    offsets[4 * count + 2] = valueStart;
    offsets[4 * count + 3] = valueEnd;
    count++;
  }

  /** The value of the first header of that name; null if there is none or it is empty. */
  @Nullable String first(byte[] buffer, byte[] lowerCaseName) {
    for (int i = 0; i < count; i++) {
      if (is(i, buffer, lowerCaseName)) {
        return offsets[4 * i + 2] == offsets[4 * i + 3] ? null : value(i, buffer);
      }
    }
    return null;
  }

  String value(int header, byte[] buffer) {
    int start = offsets[4 * header + 2];
    return new String(buffer, start, offsets[4 * header + 3] - start, StandardCharsets.UTF_8);
  }

  /** Whether a header has that name, in any case. */
  boolean is(int header, byte[] buffer, byte[] lowerCaseName) {
    int start = offsets[4 * header];
    if (offsets[4 * header + 1] - start != lowerCaseName.length) {
      return false;
    }
    for (int i = 0; i < lowerCaseName.length; i++) {
      int b = buffer[start + i];
      if (b >= 'A' && b <= 'Z') {
        b += 'a' - 'A';
      }
      if (b != lowerCaseName[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a header's list of words has that one, in any case. */
  boolean lists(int header, byte[] buffer, String word) {
    for (String listed : value(header, buffer).split(",", -1)) {
      if (listed.strip().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }
}
