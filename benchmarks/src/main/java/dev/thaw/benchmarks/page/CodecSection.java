package dev.thaw.benchmarks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What JMH says of the codecs: its own file. */
final class CodecSection implements Section {
  private static final List<String> LIBRARIES = List.of("Thaw", "Aws", "Databind");
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * One library's way to read or write.
   *
   * @param nanos for one event
   * @param error half of JMH's 99.9 % interval
   * @param bytes allocated for one event; null where it was not measured
   */
  private record Score(double nanos, double error, @Nullable Double bytes) {}

  @Override
  public String mode() {
    return "codecs";
  }

  @Override
  public String heading() {
    return "Codecs";
  }

  @Override
  public boolean present(Results results) {
    JsonNode part = results.part(mode());
    return part != null && part.isArray() && !part.isEmpty();
  }

  @Override
  public void write(Markup html, Results results) {
    html.leaf(
        "p",
        "Events read from bytes and written to bytes, warm, in memory (JMH). A ratio says how many"
            + " times as long as Thaw’s codec the other takes, or how many times as much it"
            + " allocates.");
    Table table =
        new Table(
            "Codecs: events per second and bytes allocated for each",
            List.of(
                "",
                "Thaw /s",
                "± %",
                "AWS /s",
                "time ×",
                "databind /s",
                "time ×",
                "Thaw bytes",
                "AWS bytes",
                "bytes ×",
                "databind bytes",
                "bytes ×"));
    rows(results).forEach((name, scores) -> table.row("plain", name, cells(scores)));
    html.add(table.end());
  }

  private Map<String, Map<String, Score>> rows(Results results) {
    Map<String, Map<String, Score>> rows = new LinkedHashMap<>();
    JsonNode part = results.part(mode());
    for (String verb : List.of("read", "write")) {
      for (JsonNode benchmark : part == null ? List.<JsonNode>of() : part) {
        String method = benchmark.path("benchmark").asString().replaceFirst(".*\\.", "");
        String library = method.substring(Math.min(verb.length(), method.length()));
        if (method.startsWith(verb) && LIBRARIES.contains(library)) {
          String event = benchmark.path("params").path("event").asString();
          String row = verb + " " + Names.event(event.toLowerCase(Locale.ROOT));
          rows.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(library, score(benchmark));
        }
      }
    }
    return rows;
  }

  private static Score score(JsonNode benchmark) {
    JsonNode primary = benchmark.path("primaryMetric");
    if (!primary.path("scoreUnit").asString().equals("ns/op")) {
      throw new IllegalArgumentException(
          "bench-codecs.json: ns/op expected, not " + primary.path("scoreUnit").asString());
    }
    Double bytes = null;
    for (Map.Entry<String, JsonNode> metric : benchmark.path("secondaryMetrics").properties()) {
      if (metric.getKey().endsWith("gc.alloc.rate.norm")) {
        bytes = metric.getValue().path("score").asDouble();
      }
    }
    return new Score(
        primary.path("score").asDouble(), primary.path("scoreError").asDouble(0), bytes);
  }

  private static List<String> cells(Map<String, Score> scores) {
    Score thaw = scores.get("Thaw");
    List<String> cells = new ArrayList<>();
    cells.add(perSecond(thaw));
    cells.add(thaw == null ? "" : Numbers.of(100 * thaw.error() / thaw.nanos()));
    for (String library : List.of("Aws", "Databind")) {
      Score other = scores.get(library);
      cells.add(perSecond(other));
      cells.add(thaw == null || other == null ? "" : Numbers.times(other.nanos() / thaw.nanos()));
    }
    cells.add(bytes(thaw));
    for (String library : List.of("Aws", "Databind")) {
      cells.add(bytes(scores.get(library)));
      cells.add(bytesRatio(scores.get(library), thaw));
    }
    return cells;
  }

  private static String perSecond(@Nullable Score score) {
    return score == null ? "" : Numbers.tick(Math.rint(NANOS_PER_SECOND / score.nanos()));
  }

  private static String bytes(@Nullable Score score) {
    return score == null || score.bytes() == null ? "" : Numbers.tick(Math.rint(score.bytes()));
  }

  private static String bytesRatio(@Nullable Score score, @Nullable Score thaw) {
    if (score == null || thaw == null || score.bytes() == null || thaw.bytes() == null) {
      return "";
    }
    // what allocates nothing but a measurement's remainder has no ratio
    return thaw.bytes() < 1 ? "" : Numbers.times(score.bytes() / thaw.bytes());
  }
}
