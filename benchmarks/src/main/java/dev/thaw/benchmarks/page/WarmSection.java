package dev.thaw.benchmarks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Latency, CPU time and allocation of warm invocations. */
final class WarmSection implements Section {
  private static final double BYTES_PER_KB = 1024;

  @Override
  public String mode() {
    return "warm";
  }

  @Override
  public String heading() {
    return "Warm invocations";
  }

  @Override
  public boolean present(Results results) {
    return !latencies(results).isEmpty();
  }

  /** Rounds that hold a distribution. */
  private List<Measured> latencies(Results results) {
    return results.measured(mode()).stream().filter(each -> each.has("p50Micros")).toList();
  }

  @Override
  public void write(Markup html, Results results) {
    html.leaf(
        "p",
        "From the event’s sending to its response, whole, after a warm-up: bars reach from the"
            + " median to the 99.9th percentile, on a logarithmic axis, with marks at the 90th and"
            + " the 99th. Each figure is the median of the rounds.");
    Map<String, List<Measured>> groups = new LinkedHashMap<>();
    for (Measured each : latencies(results)) {
      groups.computeIfAbsent(group(each), key -> new ArrayList<>()).add(each);
    }
    Section.figure(html, figure(groups));
    html.add(table(groups));
  }

  private static String group(Measured measured) {
    int concurrency = measured.node().path("concurrency").asInt(1);
    return Names.event(measured.event())
        + ", "
        + Numbers.bytes(measured.node().path("payloadBytes").asLong())
        + (concurrency == 1 ? ", one at a time" : ", " + concurrency + " at a time");
  }

  private static Figure figure(Map<String, List<Measured>> groups) {
    double smallest = Double.MAX_VALUE;
    double largest = 0;
    for (List<Measured> group : groups.values()) {
      for (Measured each : group) {
        smallest = Math.min(smallest, each.median("p50Micros"));
        largest = Math.max(largest, each.median("p999Micros"));
      }
    }
    Bars bars =
        new Bars(
            Scale.logarithmic(smallest * 0.8, largest), "µs", List.of("p50 µs", "p99", "p99.9"));
    groups.forEach(
        (name, group) -> {
          bars.heading(name);
          group.forEach(each -> bars.bar(bar(each)));
        });
    return bars.figure(
        "warm", "Latency of warm invocations", "All figures stand in the table that follows.");
  }

  private static Bars.Bar bar(Measured each) {
    double median = each.median("p50Micros");
    double p99 = each.median("p99Micros");
    double p999 = each.median("p999Micros");
    return new Bars.Bar(
        each.name(),
        each.kind(),
        median,
        p999,
        null,
        List.of(each.median("p90Micros"), p99),
        List.of(Numbers.of(median), Numbers.of(p99), Numbers.of(p999)),
        each.name() + ": " + Numbers.range(median, p999) + " µs");
  }

  private static Markup table(Map<String, List<Measured>> groups) {
    Table table =
        new Table(
            "Warm invocations: medians of the rounds",
            List.of(
                "",
                "p50 µs",
                "p90",
                "p99",
                "p99.9",
                "max",
                "CPU µs",
                "per second",
                "KB allocated"));
    groups.forEach(
        (name, group) -> {
          table.group(name);
          for (Measured each : group) {
            List<String> cells = new ArrayList<>();
            for (String column :
                new String[] {
                  "p50Micros",
                  "p90Micros",
                  "p99Micros",
                  "p999Micros",
                  "maxMicros",
                  "cpuMicros",
                  "perSecond"
                }) {
              cells.add(Numbers.of(each.median(column)));
            }
            cells.add(
                each.has("allocatedBytes")
                    ? Numbers.of(each.median("allocatedBytes") / BYTES_PER_KB)
                    : "");
            table.row(each.kind(), each.name(), cells);
          }
        });
    return table.end();
  }
}
