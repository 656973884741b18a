package dev.thaw.benchmarks.page;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Native executables beside the JVM's starts of the same functions. */
final class NativeSection implements Section {
  private static final double KB_PER_MB = 1024;
  private static final double MEGABYTE = 1e6;

  @Override
  public String mode() {
    return "native";
  }

  @Override
  public String heading() {
    return "Native executables";
  }

  @Override
  public boolean present(Results results) {
    return !results.measured(mode()).isEmpty();
  }

  @Override
  public void write(Markup html, Results results) {
    html.leaf(
        "p",
        "The same functions compiled ahead by GraalVM’s builder, from the start of the process until"
            + " its first response had been received. Files are the executable and the libraries"
            + " that travel beside it; one executable holds the functions of ALB, S3, Kinesis and"
            + " DynamoDB, all others have their own.");
    List<Measured> all = results.measured(mode());
    for (String event : Results.events(all)) {
      html.leaf("h3", Names.event(event));
      Section.figure(html, ColdSection.figure(event, all, "native-" + event));
      html.add(table(event, all));
    }
    Section.unavailable(html, results, mode());
  }

  private static Markup table(String event, List<Measured> all) {
    Table table =
        new Table(
            "Native executables, " + Names.event(event) + ": medians",
            List.of(
                "",
                "init ms",
                "response ms",
                "95 %",
                "CPU ms",
                "RSS MB",
                "minor faults",
                "major faults",
                "files"));
    for (Measured measured : ColdSection.sorted(event, all)) {
      table.row(
          measured.kind(),
          measured.name(),
          List.of(
              Numbers.of(measured.median("initMillis")),
              Numbers.of(measured.response()),
              ColdSection.interval(measured.responseInterval()),
              Numbers.of(measured.median("cpuMillis")),
              Numbers.of(measured.median("residentKb") / KB_PER_MB),
              Numbers.tick(Math.rint(measured.median("minorFaults"))),
              Numbers.tick(Math.rint(measured.median("majorFaults"))),
              files(measured)));
    }
    return table.end();
  }

  /** The size of an executable and of what lies beside it; empty for what is none. */
  static String files(Measured measured) {
    JsonNode executable = measured.node().path("executableBytes");
    if (!executable.isNumber()) {
      return "";
    }
    double libraries = measured.node().path("libraryBytes").asDouble(0) / MEGABYTE;
    String alone = Numbers.of(executable.asDouble() / MEGABYTE);
    return libraries == 0 ? alone + " MB" : alone + " + " + Numbers.of(libraries) + " MB";
  }
}
