package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Cold starts of this commit beside those of another, start by start in turn. Fails where this one
 * is clearly slower.
 */
final class Guard {
  /**
   * How much slower counts. Builds of the same commit come out 1 to 3 % apart on a shared machine;
   * 5 % of a start is what loading a library or two costs.
   */
  static final double LIMIT = 1.05;

  private static final List<BenchEvent> EVENTS = List.of(BenchEvent.SQS, BenchEvent.POJO);

  /**
   * What is said of one function.
   *
   * @param ratio of this commit's time to the base's, median of the rounds' own
   * @param interval of the ratio
   */
  record Verdict(double ratio, Statistics.Interval interval) {
    static Verdict of(double[] current, double[] base) {
      return new Verdict(
          Statistics.pairedRatio(current, base),
          Statistics.interval(Statistics.ratios(current, base)));
    }

    /** Whether even the smallest ratio that the samples allow is above the limit. */
    boolean slower() {
      return interval.low() > LIMIT;
    }
  }

  /** One function: this commit, the base, the floor. */
  private record Trio(Series current, Series base, Series floor) {
    List<Series> all() {
      return List.of(current, base, floor);
    }
  }

  private final Subjects current;
  private final Subjects base;
  private final Layout layout;
  private final int starts;

  private Guard(Subjects current, Subjects base, Layout layout, int starts) {
    this.current = current;
    this.base = base;
    this.layout = layout;
    this.starts = starts;
  }

  /**
   * @throws MeasurementException if this commit is slower, twice
   */
  static void run(Options options, Subjects subjects, Layout layout)
      throws IOException, InterruptedException, MeasurementException {
    String commit = Objects.requireNonNull(options.guard());
    try (BaseBuild build = new BaseBuild(layout.target().resolve("../..").normalize())) {
      Path thaw = build.make(commit);
      if (thaw == null) {
        System.out.println("No commit " + commit + " to compare with: nothing was measured");
        return;
      }
      Path work = Files.createDirectories(layout.work().resolve("base"));
      Layout other = new Layout(layout.target(), thaw, layout.jre(), layout.jdk(), work);
      new Guard(subjects, new Subjects(other), layout, options.starts()).check();
    }
  }

  /** Measures what seems slower a second time: a disturbance seldom comes twice. */
  private void check() throws IOException, InterruptedException, MeasurementException {
    List<BenchEvent> slower = slower(EVENTS);
    if (!slower.isEmpty()) {
      System.out.println("Seems slower, once more:");
      slower = slower(slower);
    }
    if (!slower.isEmpty()) {
      throw new MeasurementException(
          "Cold starts are slower than the base's, by more than "
              + Math.round(100 * (LIMIT - 1))
              + " %: "
              + String.join(", ", slower.stream().map(BenchEvent::label).toList()),
          null);
    }
  }

  private List<BenchEvent> slower(List<BenchEvent> events)
      throws IOException, InterruptedException, MeasurementException {
    List<Trio> trios = new ArrayList<>();
    for (BenchEvent event : events) {
      trios.add(
          new Trio(
              new Series(event, current.subject("thaw", event)),
              new Series(event, named("base", base.subject("thaw", event))),
              new Series(event, current.subject("floor", event))));
    }
    Interleaved.run(
        trios.stream().flatMap(trio -> trio.all().stream()).toList(), starts, layout.work());
    List<BenchEvent> slower = new ArrayList<>();
    for (Trio trio : trios) {
      double[] millis = trio.current().responseMillis();
      Verdict verdict = Verdict.of(millis, trio.base().responseMillis());
      print(trio, verdict);
      if (verdict.slower()) {
        slower.add(trio.current().event());
      }
    }
    return slower;
  }

  private static void print(Trio trio, Verdict verdict) {
    double[] millis = trio.current().responseMillis();
    double[] floor = trio.floor().responseMillis();
    System.out.printf(
        Locale.ROOT,
        "%-9s %6.1f ms, base %6.1f ms: ratio %.3f (95 %%: %.3f to %.3f); x floor %.2f, base %.2f%n",
        trio.current().event().label(),
        Statistics.median(millis),
        Statistics.median(trio.base().responseMillis()),
        verdict.ratio(),
        verdict.interval().low(),
        verdict.interval().high(),
        Statistics.pairedRatio(millis, floor),
        Statistics.pairedRatio(trio.base().responseMillis(), floor));
  }

  private static Subject named(String name, Subject subject) {
    return new Subject(
        name,
        subject.command(),
        subject.taskRoot(),
        subject.handler(),
        subject.settings(),
        subject.sandbox());
  }
}
