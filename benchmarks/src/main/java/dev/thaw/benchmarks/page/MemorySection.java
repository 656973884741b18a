package dev.thaw.benchmarks.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cold starts with the CPU share of Lambda's memory sizes. */
final class MemorySection implements Section {
  private static final double MILLIS_PER_SECOND = 1000;

  @Override
  public String mode() {
    return "memory";
  }

  @Override
  public String heading() {
    return "Memory sizes";
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
        "Lambda gives a function CPU time in proportion to its memory: a whole core at 1769 MB. Both"
            + " axes are logarithmic. Lambda is reported not to hold back the init phase, so both"
            + " are shown.");
    List<Measured> all = results.measured(mode());
    for (String event : Results.events(all)) {
      Section.figure(html, figure(event, all, "memory-" + event));
      html.add(table(event, all));
    }
  }

  static Figure figure(String event, List<Measured> all, String id) {
    List<Measured> of = Results.of(event, all);
    double[] sizes = sizes(of);
    double[] responses = of.stream().mapToDouble(Measured::response).toArray();
    double smallest = Arrays.stream(responses).min().orElseThrow();
    double largest = Arrays.stream(responses).max().orElseThrow();
    Lines lines =
        new Lines(
            Arrays.stream(sizes).boxed().toList(),
            Scale.logarithmic(smallest * 0.85, largest * 1.1));
    for (String throttle : throttles(of)) {
      List<Lines.Line> each = new ArrayList<>();
      for (String subject : subjects(of)) {
        each.add(
            new Lines.Line(
                Names.subject(subject), Names.kind(subject), row(of, subject, throttle, sizes)));
      }
      lines.panel(mode(throttle) + ": ms by MB", each);
    }
    return lines.figure(
        id,
        "Cold start by memory size, " + Names.event(event),
        "Time to the first response in milliseconds, falling as memory grows; the figures stand"
            + " in the table.");
  }

  private static Markup table(String event, List<Measured> all) {
    List<Measured> of = Results.of(event, all);
    double[] sizes = sizes(of);
    List<String> columns = new ArrayList<>(List.of(""));
    for (double size : sizes) {
      columns.add(Numbers.tick(size) + " MB");
    }
    Table table =
        new Table("Cold start by memory size, " + Names.event(event) + ": median ms", columns);
    for (String throttle : throttles(of)) {
      table.group(mode(throttle));
      for (String subject : subjects(of)) {
        List<String> cells = new ArrayList<>();
        for (double value : row(of, subject, throttle, sizes)) {
          cells.add(Double.isNaN(value) ? "" : millis(value));
        }
        table.row(Names.kind(subject), Names.subject(subject), cells);
      }
    }
    return table.end();
  }

  private static String millis(double value) {
    return value < 10 * MILLIS_PER_SECOND ? Numbers.of(value) : Numbers.tick(Math.rint(value));
  }

  private static String mode(String throttle) {
    return switch (throttle) {
      case "always" -> "Held back from the start";
      case "after-init" -> "Held back after the init phase";
      default -> throttle;
    };
  }

  private static List<Double> row(
      List<Measured> all, String subject, String throttle, double[] sizes) {
    List<Double> row = new ArrayList<>(Collections.nCopies(sizes.length, Double.NaN));
    for (Measured each : all) {
      if (each.subject().equals(subject) && throttle(each).equals(throttle)) {
        row.set(Arrays.binarySearch(sizes, size(each)), each.response());
      }
    }
    return row;
  }

  private static double[] sizes(List<Measured> all) {
    return all.stream().mapToDouble(MemorySection::size).sorted().distinct().toArray();
  }

  private static Set<String> throttles(List<Measured> all) {
    Set<String> throttles = new LinkedHashSet<>();
    all.forEach(each -> throttles.add(throttle(each)));
    return throttles;
  }

  private static Set<String> subjects(List<Measured> all) {
    Set<String> subjects = new LinkedHashSet<>();
    all.forEach(each -> subjects.add(each.subject()));
    return subjects;
  }

  private static double size(Measured measured) {
    return measured.node().path("memoryMegabytes").asDouble();
  }

  private static String throttle(Measured measured) {
    return measured.node().path("throttle").asString();
  }
}
