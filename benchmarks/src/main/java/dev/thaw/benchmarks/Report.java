package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table on the terminal, and the same with every single sample as JSON. */
final class Report {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PAGE_CACHE = "warm: the first round filled it and was discarded";
  private static final double NANOS_PER_MS = 1e6;

  private final Machine machine;
  private final Origin origin;
  private final Path directory;

  /**
   * @param directory takes the JSON file
   */
  Report(Machine machine, Origin origin, Path directory) {
    this.machine = machine;
    this.origin = origin;
    this.directory = directory;
  }

  /**
   * @param unavailable subjects that were asked for and cannot be had, with the reasons
   */
  void cold(Options.Part part, List<Series> all, int starts, Map<String, String> unavailable)
      throws IOException {
    ColdTable.print(all, starts);
    NativeTable.print(all);
    ArrayNode results = JSON.createArrayNode();
    for (Series series : all) {
      results.add(json(series));
    }
    List<Map<String, String>> none = new ArrayList<>();
    unavailable.forEach((name, reason) -> none.add(Map.of("subject", name, "reason", reason)));
    write(part.label(), starts, results, Map.of("pageCache", PAGE_CACHE, "unavailable", none));
  }

  static ObjectNode json(Series series) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("event", series.event().label()).put("subject", series.subject().name());
    node.set("command", JSON.valueToTree(series.subject().command()));
    Statistics.Interval interval = Statistics.interval(series.responseMillis());
    node.put("medianMillis", Statistics.median(series.responseMillis()));
    node.put("lowMillis", interval.low()).put("highMillis", interval.high());
    if (series.classes() != null) {
      node.set("classes", JSON.valueToTree(series.classes()));
    }
    Optional<NativeExecutable> executable = NativeExecutable.of(series.subject());
    if (executable.isPresent()) {
      node.put("executableBytes", executable.get().executableBytes());
      node.put("libraryBytes", executable.get().libraryBytes());
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
    root.put("date", origin.date()).put("commit", origin.commit());
    root.put("command", origin.command());
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
