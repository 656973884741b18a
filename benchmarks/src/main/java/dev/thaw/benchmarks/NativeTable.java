package dev.thaw.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What executables are measured by besides the rest, and whether the budgets hold. */
final class NativeTable {
  /** Start to first response of the function of SQS. */
  static final double MOST_MILLIS = 6;

  /** The executable with the libraries beside it. */
  static final double MOST_MEGABYTES = 16;

  private static final double MEGABYTE = 1e6;

  private NativeTable() {}

  static void print(List<Series> all) throws IOException {
    boolean first = true;
    for (Series series : all) {
      Optional<NativeExecutable> found = NativeExecutable.of(series.subject());
      if (found.isEmpty()) {
        continue;
      }
      if (first) {
        System.out.printf(
            "%n%-8s %-13s %7s %13s %13s%n",
            "event", "subject", "faults", "executable MB", "beside it MB");
        first = false;
      }
      double executable = found.get().executableBytes() / MEGABYTE;
      double libraries = found.get().libraryBytes() / MEGABYTE;
      String event = series.event().label();
      System.out.printf(
          Locale.ROOT,
          "%-8s %-13s %7.0f %13.1f %13.1f%n",
          event,
          series.subject().name(),
          Statistics.median(series.minorFaults()),
          executable,
          libraries);
      if (series.event() == BenchEvent.SQS) {
        double millis = Statistics.median(series.responseMillis());
        budget(event + ": start to first response", millis, MOST_MILLIS, "ms");
        budget(event + ": files", executable + libraries, MOST_MEGABYTES, "MB");
      }
    }
  }

  private static void budget(String what, double value, double most, String unit) {
    System.out.printf(
        Locale.ROOT,
        "%s %.1f %s, budget <= %.0f %s: %s%n",
        what,
        value,
        unit,
        most,
        unit,
        value <= most ? "kept" : "EXCEEDED");
  }
}
