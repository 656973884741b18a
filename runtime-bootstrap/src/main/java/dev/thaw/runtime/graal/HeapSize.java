package dev.thaw.runtime.graal;

/**
 * The heap of an executable, as the launcher sizes that of a JVM; docs/launcher.md has the table.
 */
final class HeapSize {
  private static final long MEGABYTE = 1024 * 1024;
  private static final int DEFAULT_MEMORY = 1024;
  private static final int BESIDES = 32;

  private HeapSize() {}

  /**
   * The greatest size in bytes.
   *
   * @param memory the function's, in megabytes
   * @param options where the user may have named a heap, as for a JVM; the last one counts
   */
  static long of(String memory, String options) {
    long named = 0;
    for (int end, start = 0; start < options.length(); start = end + 1) {
      int space = options.indexOf(' ', start);
      end = space < 0 ? options.length() : space;
      String option = options.substring(start, end);
      if (option.startsWith("-Xmx")) {
        named = bytes(option.substring("-Xmx".length()));
      } else if (option.startsWith("-XX:MaxHeapSize=")) {
        named = bytes(option.substring("-XX:MaxHeapSize=".length()));
      }
    }
    return named > 0 ? named : (megabytes(memory) * 3L / 4 - BESIDES) * MEGABYTE;
  }

  /** As the launcher reads it: what is no plain number of at most six digits is as good as none. */
  private static int megabytes(String memory) {
    if (memory.isEmpty() || memory.length() > 6 || memory.charAt(0) == '0') {
      return DEFAULT_MEMORY;
    }
    int number = 0;
    for (int i = 0; i < memory.length(); i++) {
      char digit = memory.charAt(i);
      if (digit < '0' || digit > '9') {
        return DEFAULT_MEMORY;
      }
      number = number * 10 + digit - '0';
    }
    return number;
  }

  /** A size with its unit; 0 if it is none. */
  private static long bytes(String size) {
    long number = 0;
    for (int i = 0; i < size.length(); i++) {
      char c = size.charAt(i);
      if (c >= '0' && c <= '9' && number < Integer.MAX_VALUE * 1024L) {
        number = number * 10 + c - '0';
      } else {
        return i == size.length() - 1 ? number * unit(c) : 0;
      }
    }
    return number;
  }

  private static long unit(char letter) {
    return switch (letter) {
      case 'k', 'K' -> 1024;
      case 'm', 'M' -> MEGABYTE;
      case 'g', 'G' -> 1024 * MEGABYTE;
      default -> 0;
    };
  }
}
