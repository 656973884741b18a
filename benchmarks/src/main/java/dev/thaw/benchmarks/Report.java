package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table on the terminal, and the same with every single sample as JSON. */
final class Report {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PAGE_CACHE = "warm: the first round filled it and was discarded";
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
    ColdTable.print(all, starts);
    ArrayNode results = JSON.createArrayNode();
    for (Series series : all) {
      results.add(json(series));
    }
    write("cold", starts, results, Map.of("pageCache", PAGE_CACHE));
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

  static ObjectNode json(Series series) {
    ObjectNode node = JSON.createObjectNode();
    node.put("event", series.event().label()).put("subject", series.subject().name());
    node.set("command", JSON.valueToTree(series.subject().command()));
    Statistics.Interval interval = Statistics.interval(series.responseMillis());
    node.put("medianMillis", Statistics.median(series.responseMillis()));
    node.put("lowMillis", interval.low()).put("highMillis", interval.high());
    if (series.classes() != null) {
      node.set("classes", JSON.valueToTree(series.classes()));
    }
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
    write(mode, rounds, results, Map.of());
  }

  /**
   * @param more what else is said about the whole part
   */
  void write(String mode, int rounds, ArrayNode results, Map<String, ?> more) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("mode", mode).put("rounds", rounds);
    root.set("machine", JSON.valueToTree(machine));
    more.forEach((name, value) -> root.set(name, JSON.valueToTree(value)));
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
