package dev.thaw.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The medians of {@code --storage}, and whether the budgets hold. */
final class StorageTable {
  /** The most that the function's own cache may cost, as a multiple of the floor. */
  private static final double BUDGET = 1.15;

  private StorageTable() {}

  static void print(List<StorageSeries> all, int starts, int readAheadKilobytes) {
    System.out.printf(
        Locale.ROOT,
        "%nCold storage: start to first response received with every file evicted from the page"
            + " cache,%n%d interleaved starts each after a discarded one; ratios are medians of the"
            + " rounds' own; read-ahead %d kB%n%n%-9s %-11s %s %8s %8s %8s %8s %8s %6s%n",
        starts,
        readAheadKilobytes,
        "event",
        "subject",
        ColdTable.header(),
        "read MB",
        "in cache",
        "ms/floor",
        "MB/floor",
        "aws-aot/",
        "aws/");
    for (StorageSeries each : all) {
      System.out.printf(
          Locale.ROOT,
          "%-9s %-11s %s %8.1f %8.1f %8s %8s %8s %6s%n",
          each.series().event().label(),
          each.name(),
          ColdTable.measures(each.series()),
          Statistics.median(each.readMegabytes()),
          Statistics.median(each.residentMegabytes()),
          beside(all, each, "floor").map(floor -> text(times(each, floor))).orElse(""),
          beside(all, each, "floor").map(floor -> text(bytes(each, floor))).orElse(""),
          beside(all, each, "aws-aot").map(aws -> text(times(aws, each))).orElse(""),
          beside(all, each, "aws").map(aws -> text(times(aws, each))).orElse(""));
    }
    System.out.println();
    for (StorageSeries each : all) {
      if (each.name().equals("thaw")) {
        beside(all, each, "floor")
            .ifPresent(floor -> budget(each, "the floor's time", times(each, floor), BUDGET));
        for (String rival : List.of("aws-aot", "aws")) {
          beside(all, each, rival)
              .ifPresent(aws -> budget(each, rival + "'s bytes", bytes(each, aws), 1));
        }
      }
    }
  }

  private static void budget(StorageSeries each, String base, double times, double most) {
    System.out.printf(
        Locale.ROOT,
        "%s, own cache: %.2f x %s, budget <= %.2f x: %s%n",
        each.series().event().label(),
        times,
        base,
        most,
        times <= most ? "kept" : "EXCEEDED");
  }

  private static double times(StorageSeries of, StorageSeries to) {
    return Statistics.pairedRatio(of.series().responseMillis(), to.series().responseMillis());
  }

  private static double bytes(StorageSeries of, StorageSeries to) {
    return Statistics.pairedRatio(of.readMegabytes(), to.readMegabytes());
  }

  private static String text(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** The starts of a subject with the same event. */
  private static Optional<StorageSeries> beside(
      List<StorageSeries> all, StorageSeries one, String subject) {
    return all.stream()
        .filter(other -> other.series().event() == one.series().event())
        .filter(other -> other.name().equals(subject))
        .findFirst();
  }
}
