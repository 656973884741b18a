package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The floor under other flags, on other JREs: where to look before a launcher changes, and the
 * steps that led to it. A file has one variant a line, {@code name [jre=DIR] [jar=FILE]
 * [main=CLASS] [cache=off] FLAG…}, where {@code jre=jdk} is the full JDK; the first is the base
 * that the others are compared with. Each gets an AOT cache made with its own flags, unless it is
 * off.
 */
final class Variants {
  private static final String STEPS = "steps.txt";

  private Variants() {}

  /** The variants of a file. */
  static void run(Path file, Layout layout, int starts)
      throws IOException, InterruptedException, MeasurementException {
    print(measure(Files.readAllLines(file), layout, starts), starts);
  }

  /** The steps from a bare JVM program to the floor. */
  static void steps(Layout layout, int starts, Report report)
      throws IOException, InterruptedException, MeasurementException {
    List<String> lines;
    try (InputStream in = Objects.requireNonNull(Variants.class.getResourceAsStream(STEPS))) {
      lines = new String(in.readAllBytes(), UTF_8).lines().toList();
    }
    List<Series> all = measure(lines, layout, starts);
    print(all, starts);
    ArrayNode results = new JsonMapper().createArrayNode();
    all.forEach(series -> results.add(Report.json(series)));
    report.write("steps", starts, results);
  }

  private static List<Series> measure(List<String> lines, Layout layout, int starts)
      throws IOException, InterruptedException, MeasurementException {
    Path directory = layout.work();
    List<Series> all = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      FloorProgram program = parse(line, layout);
      try {
        Subject subject =
            List.of(line.split("\\s+", -1)).contains("cache=off")
                ? program.subject(List.of(), directory, BenchEvent.SQS)
                : program.subject(program.train(directory), directory, BenchEvent.SQS);
        ColdStart.measure(subject, BenchEvent.SQS, directory.resolve(program.name() + ".log"));
        all.add(new Series(BenchEvent.SQS, subject));
      } catch (MeasurementException e) {
        System.out.println(program.name() + " left out: " + e.getMessage());
      }
    }
    Interleaved.run(all, starts, directory);
    return all;
  }

  private static FloorProgram parse(String line, Layout layout) throws IOException {
    String[] words = line.strip().split("\\s+", -1);
    String mainClass = "dev.thaw.benchmarks.floor.Floor";
    Path jar = layout.floor();
    Path jre = layout.jre();
    List<String> flags = new ArrayList<>();
    for (String word : List.of(words).subList(1, words.length)) {
      if (word.equals("jre=jdk")) {
        jre = layout.jdk();
      } else if (word.startsWith("jre=")) {
        jre = Path.of(word.substring("jre=".length()));
      } else if (word.startsWith("jar=")) {
        jar = Path.of(word.substring("jar=".length()));
      } else if (word.startsWith("main=")) {
        mainClass = word.substring("main=".length());
      } else if (!word.equals("cache=off")) {
        flags.add(word);
      }
    }
    return new FloorProgram(words[0], jre, flags, jar, mainClass);
  }

  private static void print(List<Series> all, int starts) {
    System.out.printf(
        Locale.ROOT,
        "%d interleaved starts each, process start to first response%n%-22s %7s %7s %13s %7s %7s %7s %7s %9s %7s%n",
        starts,
        "variant",
        "ms",
        "10 %",
        "quartiles",
        "init",
        "CPU ms",
        "RSS MB",
        "ratio",
        "CPU ratio",
        "faults");
    Series base = all.getFirst();
    for (Series series : all) {
      double[] millis = series.responseMillis();
      System.out.printf(
          Locale.ROOT,
          "%-22s %7.2f %7.2f %6.1f-%6.1f %7.2f %7.2f %7.1f %7.3f %9.3f %7.0f%n",
          series.subject().name(),
          Statistics.median(millis),
          Statistics.quantile(millis, 0.1),
          Statistics.quantile(millis, 0.25),
          Statistics.quantile(millis, 0.75),
          Statistics.median(series.initMillis()),
          Statistics.median(series.cpuMillis()),
          Statistics.median(series.residentMegabytes()),
          Statistics.pairedRatio(millis, base.responseMillis()),
          Statistics.pairedRatio(series.cpuMillis(), base.cpuMillis()),
          Statistics.median(series.minorFaults()));
    }
  }
}
