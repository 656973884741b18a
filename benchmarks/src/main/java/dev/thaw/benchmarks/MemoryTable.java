package dev.thaw.benchmarks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The medians of {@code --memory}: a table for each throttle, a line for each event and size. */
final class MemoryTable {
  private MemoryTable() {}

  static void print(List<MemorySeries> all) {
    Set<String> subjects = new LinkedHashSet<>();
    all.forEach(each -> subjects.add(each.series().subject().name()));
    for (Limits.Throttle throttle : Limits.Throttle.values()) {
      System.out.printf(
          Locale.ROOT,
          "%nMemory sizes, the CPU's share %s: ms to the first response, medians of n interleaved"
              + " starts%n%n%-9s %5s %3s",
          throttle == Limits.Throttle.ALWAYS
              ? "from the start (always)"
              : "from the first /next (after-init)",
          "event",
          "MB",
          "n");
      subjects.forEach(subject -> System.out.printf(Locale.ROOT, " %10s", subject));
      System.out.printf(" %10s %12s %8s%n", "thaw/floor", "aws-aot/thaw", "aws/thaw");
      Set<String> lines = new LinkedHashSet<>();
      for (MemorySeries each : all) {
        if (each.limits().throttle() == throttle) {
          lines.add(line(all, each, subjects));
        }
      }
      lines.forEach(System.out::println);
    }
  }

  private static String line(List<MemorySeries> all, MemorySeries one, Set<String> subjects) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%-9s %5d %3d",
            one.series().event().label(),
            one.limits().megabytes(),
            one.series().samples().size()));
    for (String subject : subjects) {
      String millis =
          beside(all, one, subject)
              .map(series -> Statistics.median(series.responseMillis()))
              .map(median -> String.format(Locale.ROOT, "%.1f", median))
              .orElse("");
      line.append(String.format(Locale.ROOT, " %10s", millis));
    }
    line.append(
        String.format(
            Locale.ROOT,
            " %10s %12s %8s",
            ratio(all, one, "thaw", "floor"),
            ratio(all, one, "aws-aot", "thaw"),
            ratio(all, one, "aws", "thaw")));
    return line.toString();
  }

  private static String ratio(List<MemorySeries> all, MemorySeries one, String of, String to) {
    return beside(all, one, of)
        .flatMap(
            values ->
                beside(all, one, to)
                    .map(
                        base ->
                            Statistics.pairedRatio(values.responseMillis(), base.responseMillis())))
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse("");
  }

  /** The starts of a subject with the same event under the same limits. */
  private static Optional<Series> beside(List<MemorySeries> all, MemorySeries one, String subject) {
    return all.stream()
        .filter(other -> other.limits().equals(one.limits()))
        .map(MemorySeries::series)
        .filter(other -> other.event() == one.series().event())
        .filter(other -> other.subject().name().equals(subject))
        .findFirst();
  }
}
