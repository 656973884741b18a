package dev.thaw.benchmarks.page;

import java.util.List;
import java.util.Map;

/** The figures of {@code docs/native.md}, as Markdown between marks. */
final class NativeFigures {
  static final String FILE = "docs/native.md";

  /** The variants by what they change; their names are those of {@code bin/bench}. */
  private static final Map<String, String> VARIANTS =
      Map.of(
          "shipped", "as built",
          "no-pie", "`-H:NativeLinkerOption=-no-pie`",
          "absolute", "`-H:-RelativeCodePointers`",
          "Os", "`-Os`",
          "O3", "`-O3`",
          "epsilon", "`--gc=epsilon`",
          "x86-64-v2", "`-march=x86-64-v2`");

  private NativeFigures() {}

  /**
   * The guide with the tables that the results give.
   *
   * @throws IllegalArgumentException if marks are missing
   */
  static String replace(String guide, Results results) {
    String text = Marks.replace(FILE, guide, "native", starts(results.measured("native")));
    return Marks.replace(
        FILE, text, "native-variants", variants(results.measured("native-variants")));
  }

  private static String starts(List<Measured> all) {
    StringBuilder table = new StringBuilder();
    row(
        table,
        List.of(
            "function",
            "",
            "first `/next`",
            "first response",
            "95 %",
            "× the floor",
            "CPU",
            "memory",
            "page faults",
            "files"));
    row(table, List.of("---", "---", "---", "---", "---", "---", "---", "---", "---", "---"));
    for (String event : Results.events(all)) {
      Measured floor = Results.of(event, "floor", all);
      String name = Names.event(event);
      for (Measured each : Results.of(event, all)) {
        row(
            table,
            List.of(
                name,
                each.name(),
                millis(each.median("initMillis")),
                millis(each.response()),
                ColdSection.interval(each.responseInterval()),
                each.responseTimes(floor),
                millis(each.median("cpuMillis")),
                Numbers.of(each.median("residentKb") / 1024) + " MB",
                Numbers.tick(Math.rint(each.median("minorFaults"))),
                NativeSection.files(each)));
        name = "";
      }
    }
    return table.toString();
  }

  private static String variants(List<Measured> all) {
    StringBuilder table = new StringBuilder();
    row(
        table,
        List.of(
            "", "first response", "95 %", "× as built", "CPU", "memory", "page faults", "files"));
    row(table, List.of("---", "---", "---", "---", "---", "---", "---", "---"));
    for (Measured each : all) {
      row(
          table,
          List.of(
              VARIANTS.getOrDefault(each.subject(), each.name()),
              millis(each.response()),
              ColdSection.interval(each.responseInterval()),
              each.responseTimes(all.getFirst()),
              millis(each.median("cpuMillis")),
              Numbers.of(each.median("residentKb") / 1024) + " MB",
              Numbers.tick(Math.rint(each.median("minorFaults"))),
              NativeSection.files(each)));
    }
    return table.toString();
  }

  private static void row(StringBuilder table, List<String> cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String millis(double value) {
    return Numbers.of(value) + " ms";
  }
}
