package dev.thaw.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The figures of {@code docs/cold-start.md}, as Markdown between marks. */
final class GuideFigures {
  static final String FILE = "docs/cold-start.md";

  /** What each of the steps changes; their names are those of {@code bin/bench --steps}. */
  private static final Map<String, String> STEPS =
      Map.of(
          "jdk", "a bare socket loop on a full JDK, no flags",
          "serial", "`-XX:+UseSerialGC`",
          "c1-only", "`-XX:TieredStopAtLevel=1`",
          "aot-cache", "an AOT cache of its own",
          "jlinked", "a linked JRE of 25 modules in place of the JDK",
          "no-perf-data", "`-XX:-UsePerfData`",
          "no-replay", "`-XX:-AOTReplayTraining`",
          "no-relocation", "`-XX:ArchiveRelocationMode=0`",
          "no-security-file", "`-Djdk.includeInExceptions=hostInfoExclSocket`",
          "native-accessors", "`-Djdk.reflect.useNativeAccessorOnly=true`: **the floor**");

  private GuideFigures() {}

  /**
   * The guide with the tables that the results give.
   *
   * @throws IllegalArgumentException if marks are missing
   */
  static String replace(String guide, Results results) {
    String text = Marks.replace(FILE, guide, "steps", steps(results.measured("steps")));
    text = Marks.replace(FILE, text, "timeline", timeline(results.measured("timeline")));
    return Marks.replace(FILE, text, "storage", storage(results.measured("storage")));
  }

  private static String steps(List<Measured> all) {
    StringBuilder table = new StringBuilder();
    row(table, "", "first response", "95 %", "CPU", "× the line above");
    row(table, "---", "---", "---", "---", "---");
    Measured above = null;
    for (Measured step : all) {
      row(
          table,
          STEPS.getOrDefault(step.subject(), step.subject()),
          millis(step.response()),
          ColdSection.interval(step.responseInterval()),
          millis(step.median("cpuMillis")),
          above == null ? "" : Numbers.times(step.responseRatio(above)));
      above = step;
    }
    return table.toString();
  }

  private static String timeline(List<Measured> all) {
    StringBuilder table = new StringBuilder();
    row(table, "", "phase", "begins", "ends", "takes");
    row(table, "---", "---", "---", "---", "---");
    for (Measured subject : all) {
      String name = subject.name();
      for (JsonNode phase : subject.node().path("phases")) {
        double begins = phase.path("startMillis").asDouble();
        double ends = phase.path("endMillis").asDouble();
        row(
            table,
            name,
            phase.path("name").asString(),
            millis(begins),
            millis(ends),
            millis(ends - begins));
        name = "";
      }
    }
    return table.toString();
  }

  private static String storage(List<Measured> all) {
    StringBuilder table = new StringBuilder();
    row(table, "", "first response", "95 %", "× the floor", "read");
    row(table, "---", "---", "---", "---", "---");
    for (Measured each : all) {
      row(
          table,
          each.name(),
          millis(each.response()),
          ColdSection.interval(each.responseInterval()),
          each.responseTimes(Results.of(each.event(), "floor", all)),
          String.format(Locale.ROOT, "%.1f MB", each.median("readMegabytes")));
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f ms", value);
  }
}
