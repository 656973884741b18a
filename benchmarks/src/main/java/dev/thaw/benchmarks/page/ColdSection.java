package dev.thaw.benchmarks.page;

import dev.thaw.benchmarks.Statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cold starts of every subject, function by function. */
final class ColdSection implements Section {
  private static final double KB_PER_MB = 1024;

  @Override
  public String mode() {
    return "cold";
  }

  @Override
  public String heading() {
    return "Cold start";
  }

  @Override
  public boolean present(Results results) {
    return !results.measured(mode()).isEmpty();
  }

  @Override
  public void write(Markup html, Results results) {
    html.leaf(
        "p",
        "From the start of the process until its first response had been received. Bars are"
            + " medians, the marks at their ends 95 % intervals; ratios are medians of the rounds’"
            + " own ratios.");
    List<Measured> all = results.measured(mode());
    for (String event : Results.events(all)) {
      html.leaf("h3", Names.event(event));
      if (!Names.function(event).isEmpty()) {
        html.leaf("p", "The function " + Names.function(event) + ".");
      }
      Section.figure(html, figure(event, all, "cold-" + event));
      html.add(table(event, all));
    }
    Section.unavailable(html, results, mode());
  }

  /** The bars of one function. */
  static Figure figure(String event, List<Measured> all, String id) {
    List<Measured> sorted = sorted(event, all);
    Measured floor = Results.of(event, "floor", all);
    Measured thaw = Results.of(event, "thaw", all);
    double largest = 0;
    for (Measured measured : sorted) {
      largest = Math.max(largest, measured.responseInterval().high());
    }
    Bars bars = new Bars(Scale.linear(largest), "ms", List.of("median ms", "× floor", "× Thaw"));
    StringBuilder description = new StringBuilder("Medians in milliseconds:");
    for (Measured measured : sorted) {
      Interval interval = measured.responseInterval();
      String median = Numbers.of(measured.response());
      bars.bar(
          new Bars.Bar(
              measured.name(),
              measured.kind(),
              0,
              measured.response(),
              interval,
              List.of(),
              List.of(median, measured.responseTimes(floor), measured.responseTimes(thaw)),
              measured.name() + ": " + median + " ms, 95 % interval " + interval(interval)));
      description.append(' ').append(measured.name()).append(' ').append(median).append(';');
    }
    return bars.figure(
        id, "Cold start to first response, " + Names.event(event), description.toString());
  }

  static List<Measured> sorted(String event, List<Measured> all) {
    List<Measured> sorted = new ArrayList<>(Results.of(event, all));
    sorted.sort(Comparator.comparingDouble(Measured::response));
    return sorted;
  }

  static String interval(Interval interval) {
    return Numbers.range(interval.low(), interval.high());
  }

  private static Markup table(String event, List<Measured> all) {
    Table table =
        new Table(
            "Cold start, " + Names.event(event) + ": medians",
            List.of(
                "",
                "init ms",
                "response ms",
                "95 %",
                "CPU ms",
                "RSS MB",
                "peak MB",
                "minor faults",
                "major faults",
                "classes",
                "from cache",
                "from jars"));
    for (Measured measured : sorted(event, all)) {
      JsonNode classes = measured.node().path("classes");
      table.row(
          measured.kind(),
          measured.name(),
          List.of(
              Numbers.of(measured.median("initMillis")),
              Numbers.of(measured.response()),
              interval(measured.responseInterval()),
              Numbers.of(measured.median("cpuMillis")),
              Numbers.of(measured.median("residentKb") / KB_PER_MB),
              Numbers.of(measured.median("peakKb") / KB_PER_MB),
              Numbers.tick(Math.rint(measured.median("minorFaults"))),
              Numbers.tick(Math.rint(measured.median("majorFaults"))),
              count(classes.path("loaded")),
              count(classes.path("fromCache")),
              count(classes.path("fromJars"))));
    }
    return table.end();
  }

  private static String count(@Nullable JsonNode number) {
    return number != null && number.isNumber() ? Numbers.tick(number.asDouble()) : "";
  }
}
