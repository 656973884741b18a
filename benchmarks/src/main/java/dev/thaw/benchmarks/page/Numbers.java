package dev.thaw.benchmarks.page;

import java.util.Locale;

/** Numbers as people read them: three digits that mean something, and no more. */
final class Numbers {
  private Numbers() {}

  static String of(double value) {
    double size = Math.abs(value);
    if (size >= 99.95 || size == 0) {
      return whole(value);
    }
    return String.format(Locale.ROOT, size >= 9.995 ? "%.1f" : "%.2f", value);
  }

  /** Without digits that are all zero, for an axis. */
  static String tick(double value) {
    if (value == Math.rint(value)) {
      return whole(value);
    }
    return Double.toString(value);
  }

  private static String whole(double value) {
    String format = Math.abs(value) < 10_000 ? "%.0f" : "%,.0f";
    return String.format(Locale.ROOT, format, value).replace(',', '\u00a0');
  }

  /** A place in a figure, in pixels. */
  static String coordinate(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }

  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio >= 9.95 ? "%.0f ×" : "%.2f ×", ratio);
  }

  static String range(double low, double high) {
    return of(low) + "–" + of(high);
  }

  /** A payload's size as it is usually said. */
  static String bytes(long bytes) {
    if (bytes >= 1_000_000) {
      return tick(Math.rint(bytes / 1e5) / 10) + " MB";
    }
    return bytes >= 1000 ? tick(Math.rint(bytes / 1e3)) + " KB" : bytes + " bytes";
  }
}
