package dev.thaw.benchmarks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures of the README, as Markdown between two marks: none is typed by hand. */
final class ReadmeFigures {
  static final String MARK = "figures";

  /** Where the README finds the page and the figures. */
  static final String FOLDER = "docs/figures";

  private static final double KB_PER_MB = 1024;

  private ReadmeFigures() {}

  /**
   * The README with the block that the results give.
   *
   * @throws IllegalArgumentException if the marks are missing
   */
  static String replace(String readme, Results results) {
    return Marks.replace("README.md", readme, MARK, block(results));
  }

  /** What stands between the marks. */
  static String block(Results results) {
    StringBuilder block = new StringBuilder();
    List<Measured> cold = results.measured("cold");
    if (!cold.isEmpty()) {
      origin(block, results, results.part("cold"));
      functions(block, cold);
      subjects(block, Page.typical(cold), cold);
    }
    Page.figures(results)
        .forEach(
            (file, figure) ->
                block.append("![%s](%s/%s)\n\n".formatted(figure.title(), FOLDER, file)));
    block.append(
        "Intervals, method, machine and all other figures: [the page](%s/%s).\n"
            .formatted(FOLDER, Page.INDEX));
    return block.toString();
  }

  private static void origin(StringBuilder block, Results results, @Nullable JsonNode cold) {
    if (cold == null) {
      return;
    }
    JsonNode machine = results.machine();
    block.append(
        "Process start to first response, medians of %d starts of each side in turn"
            .formatted(cold.path("rounds").asInt()));
    if (!machine.isEmpty()) {
      block.append(
          " on %d cores of %s, Java %s"
              .formatted(
                  machine.path("cores").asInt(),
                  machine.path("cpu").asString(),
                  machine.path("jre").asString()));
    }
    if (cold.has("command")) {
      block.append(" (`%s`)".formatted(cold.path("command").asString()));
    }
    block.append(". Ratios are medians of the rounds’ own.\n\n");
  }

  /** One line for each function: what the budgets are about. */
  private static void functions(StringBuilder block, List<Measured> cold) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("thaw", "Thaw, own cache");
    columns.put("thaw-layer", "Thaw, layer’s cache");
    columns.put("native", "Thaw, native");
    columns.put("aws-aot", "AWS, AOT cache");
    columns.put("aws", "AWS, as run");
    columns
        .keySet()
        .removeIf(subject -> cold.stream().noneMatch(each -> each.subject().equals(subject)));
    List<String> head = new ArrayList<>(List.of("function"));
    columns.forEach(
        (subject, name) -> {
          head.add(name);
          if (subject.equals("thaw")) {
            head.add("× floor");
          }
        });
    row(block, head);
    row(block, head.stream().map(each -> "---").toList());
    for (String event : Results.events(cold)) {
      Measured floor = Results.of(event, "floor", cold);
      Measured thaw = Results.of(event, "thaw", cold);
      List<String> cells = new ArrayList<>(List.of(Names.event(event)));
      for (String subject : columns.keySet()) {
        Measured each = Results.of(event, subject, cold);
        cells.add(cell(each, subject.startsWith("aws") ? thaw : null));
        if (subject.equals("thaw")) {
          cells.add(each == null || floor == null ? "" : ratio(each.responseRatio(floor)));
        }
      }
      row(block, cells);
    }
    block.append('\n');
  }

  /** One line for each subject with one function. */
  private static void subjects(StringBuilder block, String event, List<Measured> cold) {
    block.append("All subjects with one function, %s:\n\n".formatted(Names.event(event)));
    row(block, List.of("", "first response", "95 %", "× Thaw", "CPU", "memory"));
    row(block, List.of("---", "---", "---", "---", "---", "---"));
    Measured thaw = Results.of(event, "thaw", cold);
    for (Measured each : ColdSection.sorted(event, cold)) {
      row(
          block,
          List.of(
              each.name(),
              millis(each.response()),
              ColdSection.interval(each.responseInterval()),
              thaw == null || thaw.equals(each) ? "" : ratio(each.responseRatio(thaw)),
              millis(each.median("cpuMillis")),
              String.format(Locale.ROOT, "%.0f MB", each.median("residentKb") / KB_PER_MB)));
    }
    block.append('\n');
  }

  private static void row(StringBuilder block, List<String> cells) {
    block.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(@Nullable Measured measured, @Nullable Measured thaw) {
    if (measured == null) {
      return "";
    }
    String millis = millis(measured.response());
    return thaw == null
        ? millis
        : String.format(Locale.ROOT, "%s (%.1f ×)", millis, measured.responseRatio(thaw));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.0f ms", value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
