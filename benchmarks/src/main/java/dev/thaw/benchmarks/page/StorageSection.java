package dev.thaw.benchmarks.page;

import dev.thaw.benchmarks.Statistics.Interval;
import java.util.List;

/** Cold starts whose files the page cache does not hold. */
final class StorageSection implements Section {
  @Override
  public String mode() {
    return "storage";
  }

  @Override
  public String heading() {
    return "Cold storage";
  }

  @Override
  public boolean present(Results results) {
    return !results.measured(mode()).isEmpty() || results.problem(mode()) != null;
  }

  @Override
  public void write(Markup html, Results results) {
    String problem = results.problem(mode());
    if (problem != null) {
      html.leaf("p", "Not measured: " + problem);
      return;
    }
    html.leaf(
        "p",
        "As on a fresh host: the files of JRE, runtime, function and cache are evicted from the"
            + " page cache before every start, and are read from this machine’s disk again.");
    List<Measured> all = results.measured(mode());
    for (String event : Results.events(all)) {
      Section.figure(html, figure(event, all));
    }
  }

  private static Figure figure(String event, List<Measured> all) {
    List<Measured> sorted = ColdSection.sorted(event, all);
    Measured floor = Results.of(event, "floor", all);
    double largest = 0;
    for (Measured measured : sorted) {
      largest = Math.max(largest, measured.responseInterval().high());
    }
    Bars bars = new Bars(Scale.linear(largest), "ms", List.of("median ms", "× floor", "MB read"));
    StringBuilder description = new StringBuilder("Medians in milliseconds and MB read:");
    for (Measured measured : sorted) {
      Interval interval = measured.responseInterval();
      String median = Numbers.of(measured.response());
      String read = Numbers.of(measured.median("readMegabytes"));
      bars.bar(
          new Bars.Bar(
              measured.name(),
              measured.kind(),
              0,
              measured.response(),
              interval,
              List.of(),
              List.of(median, measured.responseTimes(floor), read),
              measured.name()
                  + ": "
                  + median
                  + " ms, 95 % interval "
                  + ColdSection.interval(interval)
                  + ", "
                  + read
                  + " MB read"));
      description.append(' ').append(measured.name()).append(' ').append(median);
      description.append(", ").append(read).append(';');
    }
    return bars.figure(
        "storage-" + event,
        "Cold start from cold storage, " + Names.event(event),
        description.toString());
  }
}
