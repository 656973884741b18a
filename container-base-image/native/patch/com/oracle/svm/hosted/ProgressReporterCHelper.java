package com.oracle.svm.hosted;

/** In place of the builder's own, which loads a library that only a GraalVM holds. */
public final class ProgressReporterCHelper {
  static final int MAX_CHARACTERS_PER_LINE = 120;

  private ProgressReporterCHelper() {}

  public static int getTerminalWindowColumnsClamped() {
    return MAX_CHARACTERS_PER_LINE;
  }

  public static int getTerminalWindowColumns() {
    return MAX_CHARACTERS_PER_LINE;
  }

  public static long getPeakRSS() {
    return -1;
  }
}
