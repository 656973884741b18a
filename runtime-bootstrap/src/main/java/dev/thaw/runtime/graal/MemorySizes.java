package dev.thaw.runtime.graal;

/**
 * The sizes in bytes that the launcher gives a JVM; docs/launcher.md has the table.
 *
 * @param heap the greatest size of the heap
 * @param buffers that of all direct buffers
 */
record MemorySizes(long heap, long buffers) {
  private static final long MEGABYTE = 1024 * 1024;
  private static final int DEFAULT_MEMORY = 1024;
  private static final int MAX_DIGITS = 6;

  /** What is no heap, whatever its share is. */
  private static final int BESIDES = 32;

  /**
   * Computes them.
   *
   * @param memory the function's, in megabytes; what is no such number is as good as none
   */
  static MemorySizes of(String memory) {
    long megabytes = megabytes(memory);
    return new MemorySizes(
        Math.max(1, megabytes * 3 / 4 - BESIDES) * MEGABYTE, Math.max(1, megabytes / 8) * MEGABYTE);
  }

  private static int megabytes(String memory) {
    if (memory.isEmpty() || memory.length() > MAX_DIGITS || memory.charAt(0) == '0') {
      return DEFAULT_MEMORY;
    }
    int number = 0;
    for (int i = 0; i < memory.length(); i++) {
      int digit = memory.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return DEFAULT_MEMORY;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
