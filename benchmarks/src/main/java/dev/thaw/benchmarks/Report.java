package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table on the terminal, and the same with every single sample as JSON. */
final class Report {
  private static final JsonMapper JSON = new JsonMapper();
  private static final double NANOS_PER_MS = 1e6;
  private static final double NANOS_PER_US = 1e3;
  private static final double KB_PER_MB = 1024;

  private final Machine machine;
  private final Path directory;

  /**
   * @param directory takes the JSON file
   */
  Report(Machine machine, Path directory) {
    this.machine = machine;
    this.directory = directory;
  }

  void cold(List<Series> all, int starts) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%nCold start: process start to first response received, %d interleaved starts each%n"
            + "after a discarded warm-up; ratios are medians of the rounds' own ratios%n%n"
            + "%-9s %-11s %7s %15s %7s %7s %7s %8s %9s %8s %8s%n",
        starts,
        "event",
        "subject",
        "ms",
        "quartiles",
        "init",
        "CPU ms",
        "RSS MB",
        "ms/floor",
        "CPU/floor",
        "aws-aot/",
        "aws/");
    ArrayNode results = JSON.createArrayNode();
    for (Series series : all) {
      System.out.printf(
          Locale.ROOT,
          "%-9s %-11s %s %8s %9s %8s %8s%n",
          series.event().label(),
          series.subject().name(),
          measures(series),
          other(all, series, "floor").map(floor -> ratio(series, floor)).orElse(""),
          other(all, series, "floor").map(floor -> cpuRatio(series, floor)).orElse(""),
          other(all, series, "aws-aot").map(aws -> ratio(aws, series)).orElse(""),
          other(all, series, "aws").map(aws -> ratio(aws, series)).orElse(""));
      results.add(json(series));
    }
    write("cold", starts, results);
  }

  void warm(List<WarmLoop.Result> all, int rounds) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%nWarm loop: %d invocations after as many of warm-up, %d interleaved processes each%n%n"
            + "%-9s %-11s %14s %15s %7s %9s%n",
        WarmLoop.INVOCATIONS,
        rounds,
        "event",
        "subject",
        "CPU us/invoke",
        "latency p50 us",
        "RSS MB",
        "CPU: aws/");
    ArrayNode results = JSON.createArrayNode();
    for (WarmLoop.Result result : all) {
      List<WarmLoop.Sample> samples = result.samples();
      double[] cpu = Arrays.stream(result.cpuNanos()).map(nanos -> nanos / NANOS_PER_US).toArray();
      double[] latency =
          samples.stream().mapToDouble(s -> s.latencyNanos() / NANOS_PER_US).toArray();
      double[] resident =
          samples.stream().mapToDouble(s -> s.usage().residentKb() / KB_PER_MB).toArray();
      System.out.printf(
          Locale.ROOT,
          "%-9s %-11s %14.1f %15.1f %7.1f %9s%n",
          result.event().label(),
          result.subject().name(),
          Statistics.median(cpu),
          Statistics.median(latency),
          Statistics.median(resident),
          awsCpuRatio(all, result));
      ObjectNode node = results.addObject();
      node.put("event", result.event().label()).put("subject", result.subject().name());
      node.set("cpuMicrosPerInvocation", JSON.valueToTree(cpu));
      node.set("latencyMedianMicros", JSON.valueToTree(latency));
      node.set("residentMegabytes", JSON.valueToTree(resident));
    }
    write("warm", rounds, results);
  }

  /** The columns from "ms" to "RSS MB". */
  static String measures(Series series) {
    double[] millis = series.responseMillis();
    return String.format(
        Locale.ROOT,
        "%7.1f %7.1f-%7.1f %7.1f %7.1f %7.1f",
        Statistics.median(millis),
        Statistics.quantile(millis, 0.25),
        Statistics.quantile(millis, 0.75),
        Statistics.median(series.initMillis()),
        Statistics.median(series.cpuMillis()),
        Statistics.median(series.residentMegabytes()));
  }

  private static String awsCpuRatio(List<WarmLoop.Result> all, WarmLoop.Result result) {
    if (result.subject().name().equals("aws")) {
      return "";
    }
    return all.stream()
        .filter(other -> other.event() == result.event())
        .filter(other -> other.subject().name().equals("aws"))
        .findFirst()
        .map(aws -> Statistics.pairedRatio(aws.cpuNanos(), result.cpuNanos()))
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse("");
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

  private static String cpuRatio(Series of, Series to) {
    double ratio = Statistics.pairedRatio(of.cpuMillis(), to.cpuMillis());
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  static ObjectNode json(Series series) {
    ObjectNode node = JSON.createObjectNode();
    node.put("event", series.event().label()).put("subject", series.subject().name());
    node.set("command", JSON.valueToTree(series.subject().command()));
    node.put("medianMillis", Statistics.median(series.responseMillis()));
    ArrayNode samples = node.putArray("samples");
    for (ColdStart.Sample sample : series.samples()) {
      samples
          .addObject()
          .put("initMillis", sample.initNanos() / NANOS_PER_MS)
          .put("responseMillis", sample.responseNanos() / NANOS_PER_MS)
          .put("cpuMillis", sample.usage().cpuNanos() / NANOS_PER_MS)
          .put("residentKb", sample.usage().residentKb())
          .put("peakKb", sample.usage().peakKb())
          .put("minorFaults", sample.usage().minorFaults())
          .put("majorFaults", sample.usage().majorFaults());
    }
    return node;
  }

  void write(String mode, int rounds, ArrayNode results) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("mode", mode).put("rounds", rounds);
    root.set("machine", JSON.valueToTree(machine));
    root.set("results", results);
    Path file = file(mode);
    Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    System.out.printf(Locale.ROOT, "%nEvery sample: %s%n", file);
  }

  /** The file of a part's results. */
  Path file(String mode) {
    return directory.resolve("bench-" + mode + ".json");
  }
}
