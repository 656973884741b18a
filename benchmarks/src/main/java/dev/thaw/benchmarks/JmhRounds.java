package dev.thaw.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@link Interleaved} by way of JMH: each round is a run of {@link ColdStartBenchmark} with one
 * fork for each series, and the first is discarded. JMH's own output goes to a file.
 */
final class JmhRounds {
  private static final double NANOS_PER_MS = 1e6;

  private JmhRounds() {}

  /**
   * @param starts samples for each series
   * @param prepared holds their subjects
   */
  static void run(List<Series> all, int starts, PreparedSubjects prepared)
      throws IOException, MeasurementException {
    Map<BenchEvent, Map<String, Series>> byEvent = new EnumMap<>(BenchEvent.class);
    for (Series series : all) {
      byEvent
          .computeIfAbsent(series.event(), event -> new LinkedHashMap<>())
          .put(series.subject().name(), series);
    }
    Path log = prepared.file().resolveSibling("jmh.log");
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      OutputFormat format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
      for (int round = 0; round <= starts; round++) {
        for (Map.Entry<BenchEvent, Map<String, Series>> each : byEvent.entrySet()) {
          Map<String, Series> series = each.getValue();
          for (RunResult result : run(each.getKey(), series.keySet(), prepared, format)) {
            if (round > 0) {
              String subject = result.getParams().getParam("subject");
              Objects.requireNonNull(series.get(subject)).samples().add(sample(result));
            }
          }
        }
      }
    } catch (RunnerException e) {
      throw new MeasurementException("JMH: " + e.getMessage() + ", see " + log, e);
    }
  }

  private static Iterable<RunResult> run(
      BenchEvent event, Set<String> subjects, PreparedSubjects prepared, OutputFormat format)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(ColdStartBenchmark.class.getName())
                .param("event", event.name())
                .param("subject", subjects.toArray(String[]::new))
                .forks(1)
                .shouldFailOnError(true)
                .jvmArgsAppend("-D" + ColdStartBenchmark.SUBJECTS + "=" + prepared.file())
                .build(),
            format)
        .run();
  }

  private static ColdStart.Sample sample(RunResult result) {
    return new ColdStart.Sample(
        Math.round(value(result, "initMillis") * NANOS_PER_MS),
        Math.round(value(result, "responseMillis") * NANOS_PER_MS),
        new ProcessUsage(
            Math.round(value(result, "cpuMillis") * NANOS_PER_MS),
            Math.round(value(result, "residentKb")),
            Math.round(value(result, "peakKb")),
            Math.round(value(result, "minorFaults")),
            Math.round(value(result, "majorFaults")),
            Math.round(value(result, "readBytes"))));
  }

  private static double value(RunResult result, String name) {
    var counter = result.getSecondaryResults().get(name);
    if (counter == null) {
      throw new IllegalStateException("JMH gave no " + name + ": " + result);
    }
    return counter.getScore();
  }
}
