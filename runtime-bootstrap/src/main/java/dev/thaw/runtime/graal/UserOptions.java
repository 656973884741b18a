package dev.thaw.runtime.graal;

import java.util.ArrayList;
import java.util.List;

/**
 * Those options of a JVM that a native executable can honour: the heap, direct buffers, and system
 * properties. The last one of a kind counts; an executable has no use for others.
 *
 * @param heap in bytes; 0 if none is named
 * @param buffers in bytes; 0 if none are named
 * @param properties names and values in turn
 */
record UserOptions(long heap, long buffers, List<String> properties) {
  private static final String[] HEAP = {"-Xmx", "-XX:MaxHeapSize="};
  private static final String[] BUFFERS = {"-XX:MaxDirectMemorySize="};

  /** More is no size of memory. */
  private static final long MAX_SIZE = 1L << 40;

  /**
   * Reads them.
   *
   * @param variables the environment variables' values: options by whitespace
   */
  static UserOptions of(String... variables) {
    long heap = 0;
    long buffers = 0;
    List<String> properties = new ArrayList<>(0);
    for (String text : variables) {
      int start = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
          continue;
        }
        String option = text.substring(start, i);
        start = i + 1;
        heap = size(option, HEAP, heap);
        buffers = size(option, BUFFERS, buffers);
        if (option.startsWith("-D") && option.length() > 2) {
          int equals = option.indexOf('=');
          properties.add(option.substring(2, equals < 0 ? option.length() : equals));
          properties.add(equals < 0 ? "" : option.substring(equals + 1));
        }
      }
    }
    return new UserOptions(heap, buffers, properties);
  }

  void setProperties() {
    for (int i = 0; i < properties.size(); i += 2) {
      if (!properties.get(i).isEmpty()) {
        System.setProperty(properties.get(i), properties.get(i + 1));
      }
    }
  }

  /** Whether they name the default locale, in place of the environment. */
  boolean nameLocale() {
    for (int i = 0; i < properties.size(); i += 2) {
      String name = properties.get(i);
      if (name.startsWith("user.language")
          || name.startsWith("user.country")
          || name.startsWith("user.region")) {
        return true;
      }
    }
    return false;
  }

  private static long size(String option, String[] names, long before) {
    for (String name : names) {
      if (option.startsWith(name)) {
        return bytes(option, name.length(), before);
      }
    }
    return before;
  }

  /** The size that an option ends with; what was before if it is none. */
  private static long bytes(String option, int start, long before) {
    long number = 0;
    for (int i = start; i < option.length(); i++) {
      int digit = option.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        number = Math.min(MAX_SIZE, number * 10 + digit);
      } else {
        long unit = i == option.length() - 1 && i > start ? unit(option.charAt(i)) : 0;
        return unit == 0 ? before : number > MAX_SIZE / unit ? MAX_SIZE : number * unit;
      }
    }
    return number == 0 ? before : number;
  }

  private static long unit(char letter) {
    return switch (letter) {
      case 'k', 'K' -> 1 << 10;
      case 'm', 'M' -> 1 << 20;
      case 'g', 'G' -> 1 << 30;
      default -> 0;
    };
  }
}
