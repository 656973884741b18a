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
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The floor under other flags, on other JREs: where to look before a launcher changes, and the
 * steps that led to it. A file has one variant a line, {@code name [jre=DIR] [jar=FILE]
 * [main=CLASS] [cache=off] FLAG…}, where {@code jre=jdk} is the full JDK; the first is the base
 * that the others are compared with. Each gets an AOT cache made with its own flags, unless it is
 * off. A line {@code name native FLAG…} is the executable of SQS from a builder with these flags.
 */
final class Variants {
  private static final String STEPS = "steps.txt";
  private static final String NATIVE = "native-variants.txt";

  private Variants() {}

  /** The variants of a file. */
  static void run(Path file, Layout layout, int starts)
      throws IOException, InterruptedException, MeasurementException {
    print(measure(Files.readAllLines(file), layout, starts), starts);
  }

  /** The steps from a bare JVM program to the floor. */
  static void steps(Layout layout, int starts, Report report)
      throws IOException, InterruptedException, MeasurementException {
    write("steps", STEPS, layout, starts, report);
  }

  /** The executable of SQS under other flags of its builder, beside the floor. */
  static void ofExecutables(Layout layout, int starts, Report report)
      throws IOException, InterruptedException, MeasurementException {
    write("native-variants", NATIVE, layout, starts, report);
  }

  private static void write(String mode, String resource, Layout layout, int starts, Report report)
      throws IOException, InterruptedException, MeasurementException {
    List<String> lines;
    try (InputStream in = Objects.requireNonNull(Variants.class.getResourceAsStream(resource))) {
      lines = new String(in.readAllBytes(), UTF_8).lines().toList();
    }
    List<Series> all = measure(lines, layout, starts);
    print(all, starts);
    ArrayNode results = new JsonMapper().createArrayNode();
    for (Series series : all) {
      results.add(Report.json(series));
    }
    report.write(mode, starts, results);
  }

  private static List<Series> measure(List<String> lines, Layout layout, int starts)
      throws IOException, InterruptedException, MeasurementException {
    Path directory = layout.work();
    List<Series> all = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().split("\\s+", -1));
      String name = words.getFirst();
      try {
        Subject subject =
            words.contains("native")
                ? executable(words, NativeFunctions.of(layout))
                : floor(words, layout);
        ColdStart.measure(subject, BenchEvent.SQS, directory.resolve(name + ".log"));
        all.add(new Series(BenchEvent.SQS, subject));
      } catch (MeasurementException e) {
        System.out.println(name + " left out: " + e.getMessage());
      }
    }
    if (all.isEmpty()) {
      throw new MeasurementException("no variant is left to measure", null);
    }
    Interleaved.run(all, starts, directory);
    return all;
  }

  private static Subject executable(List<String> words, NativeFunctions functions)
      throws IOException, InterruptedException, MeasurementException {
    List<String> flags = new ArrayList<>(words.subList(1, words.size()));
    flags.remove("native");
    return functions.variant(words.getFirst(), flags);
  }

  private static Subject floor(List<String> words, Layout layout)
      throws IOException, InterruptedException, MeasurementException {
    FloorProgram program = parse(words, layout);
    Path directory = layout.work();
    return words.contains("cache=off")
        ? program.subject(List.of(), directory, BenchEvent.SQS)
        : program.subject(program.train(directory), directory, BenchEvent.SQS);
  }

  private static FloorProgram parse(List<String> words, Layout layout) throws IOException {
    String mainClass = "dev.thaw.benchmarks.floor.Floor";
    Path jar = layout.floor();
    Path jre = layout.jre();
    List<String> flags = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
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
    return new FloorProgram(words.getFirst(), jre, flags, jar, mainClass);
  }

  private static void print(List<Series> all, int starts) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d interleaved starts each, process start to first response%n%-22s %7s %7s %13s %7s %7s %7s %7s %9s %7s %8s%n",
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
        "faults",
        "files MB");
    Series base = all.getFirst();
    for (Series series : all) {
      double[] millis = series.responseMillis();
      System.out.printf(
          Locale.ROOT,
          "%-22s %7.2f %7.2f %6.1f-%6.1f %7.2f %7.2f %7.1f %7.3f %9.3f %7.0f %8s%n",
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
          Statistics.median(series.minorFaults()),
          files(series));
    }
  }

  private static String files(Series series) throws IOException {
    Optional<NativeExecutable> executable = NativeExecutable.of(series.subject());
    return executable.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "%.1f",
            (executable.get().executableBytes() + executable.get().libraryBytes()) / 1e6);
  }
}
