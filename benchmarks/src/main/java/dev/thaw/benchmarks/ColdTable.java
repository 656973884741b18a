package dev.thaw.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of cold starts, within 120 columns. */
final class ColdTable {
  private ColdTable() {}

  static void print(List<Series> all, int starts) {
    System.out.printf(
        Locale.ROOT,
        "%nCold start: process start to first response received, %d interleaved starts each%n"
            + "after a discarded warm-up; medians with 95 %% bootstrap intervals; ratios are medians"
            + " of the rounds' own%n%n",
        starts);
    line("event", "subject", header(), "loaded", "cached", "ms/floor", "aws-aot/", "aws/");
    for (Series series : all) {
      ClassLoads classes = series.classes();
      line(
          series.event().label(),
          series.subject().name(),
          measures(series),
          classes == null ? "" : Integer.toString(classes.loaded()),
          classes == null ? "" : Integer.toString(classes.fromCache()),
          other(all, series, "floor").map(floor -> ratioAndInterval(series, floor)).orElse(""),
          other(all, series, "aws-aot").map(aws -> ratio(aws, series)).orElse(""),
          other(all, series, "aws").map(aws -> ratio(aws, series)).orElse(""));
    }
    System.out.printf(
        "%nloaded, cached: classes loaded until the response, and those of them from a CDS archive"
            + " or AOT cache%nhttp: AWS's client has no HTTP layer and runs the typed function of"
            + " alb%nclient: makes a DynamoDB client in its constructor and calls nothing%n");
  }

  private static void line(Object... columns) {
    System.out.println(
        String.format(Locale.ROOT, "%-8s %-13s %s %6s %6s %19s %8s %6s", columns).stripTrailing());
  }

  /** Above {@link #measures}. */
  static String header() {
    return String.format(
        Locale.ROOT, "%23s %6s %6s %6s", "ms [95 % interval]", "init", "CPU ms", "RSS MB");
  }

  /** A median with its interval, then init, CPU time and memory. */
  static String measures(Series series) {
    double[] millis = series.responseMillis();
    return String.format(
        Locale.ROOT,
        "%23s %6.1f %6.1f %6.1f",
        withInterval(millis, 1),
        Statistics.median(series.initMillis()),
        Statistics.median(series.cpuMillis()),
        Statistics.median(series.residentMegabytes()));
  }

  private static Optional<Series> other(List<Series> all, Series series, String subject) {
    return all.stream()
        .filter(other -> other != series && other.event() == series.event())
        .filter(other -> other.subject().name().equals(subject))
        .findFirst();
  }

  private static String ratio(Series of, Series to) {
    double ratio = Statistics.pairedRatio(of.responseMillis(), to.responseMillis());
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String ratioAndInterval(Series of, Series to) {
    return withInterval(Statistics.ratios(of.responseMillis(), to.responseMillis()), 2);
  }

  private static String withInterval(double[] values, int digits) {
    String number = "%." + digits + "f";
    Statistics.Interval interval = Statistics.interval(values);
    return String.format(
        Locale.ROOT,
        number + " [" + number + ", " + number + "]",
        Statistics.median(values),
        interval.low(),
        interval.high());
  }
}
