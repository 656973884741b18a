package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code --warm}: invocations of warm processes, by payload and concurrency. All subjects have the
 * memory of one vCPU, and their JVMs see no more of this machine's: on Lambda a container says so,
 * here a flag.
 */
final class Warm {
  private static final String MEMORY = "1769";
  private static final String ALLOCATED = "allocated ";

  /** Those whose warm invocations differ: a cache makes the start faster, nothing else. */
  private static final Set<String> SUBJECTS =
      Set.of("floor", "thaw", NativeFunctions.NATIVE, "aws-aot", "aws");

  private Warm() {}

  static void run(Options options, Subjects subjects, Layout layout, Report report)
      throws IOException, InterruptedException, MeasurementException {
    List<WarmSeries> all = new ArrayList<>();
    for (WarmLoad load : WarmLoad.all(options.quick())) {
      for (String name : options.subjects(Options.Part.WARM)) {
        // The floor takes one invocation at a time.
        boolean able = load.concurrency() == 1 || !name.equals("floor");
        if (able && SUBJECTS.contains(name) && subjects.available(name, BenchEvent.SQS)) {
          Subject subject = place(subjects.subject(name, BenchEvent.SQS), load);
          all.add(new WarmSeries(load, subject, allocated(subject, load, layout)));
        }
      }
    }
    int rounds = options.warmRounds();
    for (int round = 0; round < rounds; round++) {
      for (WarmSeries series : all) {
        Path log = layout.work().resolve(series.subject().name() + "-warm.log");
        series.samples().add(measure(series.subject(), series.load(), log));
      }
    }
    print(all, rounds);
    report.write("warm", rounds, json(all));
  }

  /** The same with the memory and the concurrency of the load. */
  private static Subject place(Subject subject, WarmLoad load) {
    Map<String, String> settings =
        load.concurrency() == 1
            ? Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", MEMORY)
            : Map.of(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                MEMORY,
                "AWS_LAMBDA_MAX_CONCURRENCY",
                Integer.toString(load.concurrency()));
    List<String> command = new ArrayList<>(subject.command());
    if (command.getFirst().endsWith("/java")) {
      command.add(1, "-XX:MaxRAM=" + MEMORY + "m");
    }
    return subject.with(settings).with(command);
  }

  private static WarmLoop.Sample measure(Subject subject, WarmLoad load, Path log)
      throws IOException, InterruptedException, MeasurementException {
    List<String> command = new ArrayList<>(subject.command());
    if (subject.name().equals("floor")) {
      command.set(command.size() - 1, WarmLoad.ANSWER);
    }
    return WarmLoop.measure(subject.with(command), load, WarmLoad.ANSWER, log);
  }

  /**
   * Counted by the function itself, in a process of its own, since counting costs time. Not by an
   * executable, which would be another one.
   */
  private static @Nullable Double allocated(Subject subject, WarmLoad load, Layout layout)
      throws IOException, InterruptedException, MeasurementException {
    if (subject.name().equals("floor") || NativeExecutable.of(subject).isPresent()) {
      return null;
    }
    Path log = layout.work().resolve(subject.name() + "-" + load.payloadBytes() + "-allocated.log");
    Files.deleteIfExists(log);
    Subject metered =
        subject
            .with(Map.of("BENCHMARK_INVOCATIONS", Integer.toString(load.invocations())))
            .running("dev.thaw.benchmarks.functions.MeteredQueue");
    measure(metered, load, log);
    List<Long> totals = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      // AWS's client ends its own line about concurrency without a line feed.
      int at = line.indexOf(ALLOCATED);
      if (at >= 0) {
        totals.add(Long.parseLong(line.substring(at + ALLOCATED.length())));
      }
    }
    if (totals.size() != 2) {
      throw new MeasurementException("two totals expected in " + log + ": " + totals, null);
    }
    return (double) (totals.getLast() - totals.getFirst()) / (load.invocations() - 1);
  }

  private static void print(List<WarmSeries> all, int rounds) {
    System.out.printf(
        Locale.ROOT,
        "%nWarm loop: SQS events, medians of %d interleaved processes each, as many invocations of"
            + " warm-up as are measured%n%n%-7s %4s %-10s %8s %8s %8s %8s %9s %9s %9s %7s %8s%n",
        rounds,
        "payload",
        "at a",
        "subject",
        "p50 us",
        "p90",
        "p99",
        "p99.9",
        "CPU us",
        "alloc KB",
        "per s",
        "RSS MB",
        "CPU aws/");
    for (WarmSeries series : all) {
      Double allocated = series.allocatedBytes();
      System.out.printf(
          Locale.ROOT,
          "%-7s %4d %-10s %8.0f %8.0f %8.0f %8.0f %9.0f %9s %9.0f %7.0f %8s%n",
          series.load().payload(),
          series.load().concurrency(),
          series.subject().name(),
          Statistics.median(series.micros(50)),
          Statistics.median(series.micros(90)),
          Statistics.median(series.micros(99)),
          Statistics.median(series.micros(99.9)),
          Statistics.median(series.cpuMicros()),
          allocated == null ? "" : String.format(Locale.ROOT, "%.1f", allocated / 1024),
          Statistics.median(series.perSecond()),
          Statistics.median(series.residentMegabytes()),
          ratio(all, series));
    }
  }

  private static String ratio(List<WarmSeries> all, WarmSeries series) {
    if (series.subject().name().equals("aws")) {
      return "";
    }
    for (WarmSeries other : all) {
      if (other.load().equals(series.load()) && other.subject().name().equals("aws")) {
        double ratio = Statistics.pairedRatio(other.cpuMicros(), series.cpuMicros());
        return String.format(Locale.ROOT, "%.2f", ratio);
      }
    }
    return "";
  }

  private static ArrayNode json(List<WarmSeries> all) {
    ArrayNode results = new JsonMapper().createArrayNode();
    for (WarmSeries series : all) {
      ObjectNode node = results.addObject();
      node.put("event", "sqs")
          .put("subject", series.subject().name())
          .put("payloadBytes", series.load().payloadBytes())
          .put("concurrency", series.load().concurrency())
          .put("invocations", series.load().invocations());
      ArrayNode rounds = node.putArray("rounds");
      for (WarmLoop.Sample sample : series.samples()) {
        rounds
            .addObject()
            .put("p50Micros", sample.latencies().getValueAtPercentile(50) / 1e3)
            .put("p90Micros", sample.latencies().getValueAtPercentile(90) / 1e3)
            .put("p99Micros", sample.latencies().getValueAtPercentile(99) / 1e3)
            .put("p999Micros", sample.latencies().getValueAtPercentile(99.9) / 1e3)
            .put("maxMicros", sample.latencies().getMaxValue() / 1e3)
            .put("cpuMicros", sample.cpuNanos() / 1e3)
            .put("perSecond", sample.perSecond())
            .put("residentKb", sample.usage().residentKb())
            .put("allocatedBytes", series.allocatedBytes());
      }
    }
    return results;
  }
}
