package dev.thaw.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The report: one HTML file that needs nothing beside it, and the README's figures. */
public final class Page {
  static final String INDEX = "index.html";

  private static final List<Section> SECTIONS =
      List.of(
          new ColdSection(),
          new TimelineSection(),
          new MemorySection(),
          new StorageSection(),
          new WarmSection(),
          new NativeSection(),
          new CodecSection());

  /** Nothing but what stands in the file itself; the browser sees to it. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private Page() {}

  /**
   * Makes the report from the results that are there.
   *
   * @param results folder with {@code bench-*.json}
   * @param report folder that takes {@code index.html} and the figures
   * @return the page
   * @throws IOException if there are no results, or one cannot be read
   */
  public static Path write(Path results, Path report) throws IOException {
    Results all = Results.read(results);
    if (all.isEmpty()) {
      throw new IOException("no results in " + results + ": nothing was measured yet");
    }
    Files.createDirectories(report);
    for (Map.Entry<String, Figure> figure : figures(all).entrySet()) {
      Files.writeString(report.resolve(figure.getKey()), figure.getValue().file());
    }
    return Files.writeString(report.resolve(INDEX), html(all));
  }

  /** The README's figures by file name. SQS stands for all functions where it was measured. */
  static Map<String, Figure> figures(Results results) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    List<Measured> cold = results.measured("cold");
    if (!cold.isEmpty()) {
      figures.put("cold-start.svg", ColdSection.figure(typical(cold), cold, "cold-start"));
    }
    List<Measured> timeline = results.measured("timeline");
    if (!timeline.isEmpty()) {
      figures.put("timeline.svg", TimelineSection.figure(typical(timeline), timeline, "timeline"));
    }
    List<Measured> memory = results.measured("memory");
    if (!memory.isEmpty()) {
      figures.put("memory.svg", MemorySection.figure(typical(memory), memory, "memory"));
    }
    return figures;
  }

  static String typical(List<Measured> all) {
    Set<String> events = Results.events(all);
    return events.contains("sqs") ? "sqs" : events.iterator().next();
  }

  static String html(Results results) {
    Markup html = new Markup();
    html.start("html", "lang", "en").start("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.leaf("title", "Thaw: benchmarks");
    html.style(Resources.text("figure.css") + Resources.text("page.css")).end();
    html.start("body").start("header");
    html.leaf("h1", "Thaw: benchmarks");
    html.leaf(
        "p",
        "A Java runtime for AWS Lambda beside the floor, AWS’s own client and other frameworks:"
            + " the same functions, the same events, the same machine, start by start in turn.");
    contents(html, results);
    html.end().start("main");
    for (Section section : SECTIONS) {
      html.start("section", "id", section.mode()).leaf("h2", section.heading());
      if (section.present(results)) {
        section.write(html, results);
        Section.origin(html, results, section.mode());
      } else {
        html.leaf(
            "p",
            "This run has not measured it: bin/bench --" + section.mode() + " does.",
            "class",
            "missing");
      }
      html.end();
    }
    method(html, results);
    html.end().start("footer").start("p");
    html.text("Made by ").leaf("code", "bin/bench --report").text(" from the results of a run.");
    return "<!doctype html>\n" + html.end().end().end().end();
  }

  private static void contents(Markup html, Results results) {
    html.start("nav", "aria-label", "Contents").start("ul");
    for (Section section : SECTIONS) {
      if (section.present(results)) {
        html.start("li").leaf("a", section.heading(), "href", "#" + section.mode()).end();
      }
    }
    html.start("li").leaf("a", "Method and machine", "href", "#method").end();
    html.end().end();
  }

  private static void method(Markup html, Results results) {
    html.start("section", "id", "method").leaf("h2", "Method and machine");
    for (String paragraph : Resources.text("method.txt").split("\n\n", -1)) {
      html.leaf("p", paragraph.replace('\n', ' ').strip());
    }
    html.leaf("h3", "What cannot be compared here").start("ul");
    for (String line : Resources.text("not-compared.txt").strip().split("\n\n", -1)) {
      html.leaf("li", line.replace('\n', ' '));
    }
    html.end();
    JsonNode machine = results.machine();
    if (!machine.isEmpty()) {
      html.leaf("h3", "Machine and versions").start("dl");
      row(html, "CPU", machine.path("cpu").asString() + ", " + machine.path("cores") + " cores");
      row(html, "Memory", Numbers.tick(machine.path("memoryMegabytes").asDouble()) + " MB");
      row(html, "Linux", machine.path("kernel").asString());
      row(html, "Load before the run", machine.path("load").asString());
      row(html, "JRE of the floor and of all caches", machine.path("jre").asString());
      row(html, "JDK of subjects as people run them", machine.path("jdk").asString());
      StringBuilder libraries = new StringBuilder();
      for (JsonNode library : machine.path("libraries")) {
        libraries.append(libraries.isEmpty() ? "" : ", ").append(library.asString());
      }
      row(html, "Libraries", libraries.toString());
      html.end();
    }
    commands(html, results);
    html.end();
  }

  private static void row(Markup html, String term, String description) {
    html.leaf("dt", term).leaf("dd", description);
  }

  /** How each subject was started, word by word, with the first event that it was given. */
  private static void commands(Markup html, Results results) {
    Map<String, String> commands = new LinkedHashMap<>();
    for (Measured each : results.measured("cold")) {
      if (each.node().path("command").isArray() && !commands.containsKey(each.name())) {
        StringBuilder line = new StringBuilder();
        each.node().path("command").forEach(word -> line.append(word.asString()).append(' '));
        commands.put(each.name(), Objects.requireNonNull(line.toString()).strip());
      }
    }
    if (commands.isEmpty()) {
      return;
    }
    html.start("details").leaf("summary", "How each subject was started").start("dl");
    commands.forEach((name, line) -> html.leaf("dt", name).start("dd").leaf("code", line).end());
    html.end().end();
  }
}
