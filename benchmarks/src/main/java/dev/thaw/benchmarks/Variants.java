package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The floor under other flags, on other JREs: where to look before a launcher changes. A file has
 * one variant a line, {@code name [jre=DIR] [jar=FILE] [main=CLASS] FLAG…}; the first is the base
 * that the others are compared with. Each gets an AOT cache made with its own flags.
 */
final class Variants {
  private Variants() {}

  static void run(Path file, Layout layout, int starts)
      throws IOException, InterruptedException, MeasurementException {
    Path directory = layout.work();
    List<Series> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      FloorProgram program = parse(line, layout.jre(), layout.floor());
      try {
        Path cache = program.train(directory);
        Subject subject = program.subject(cache, directory, BenchEvent.SQS);
        ColdStart.measure(subject, BenchEvent.SQS, directory.resolve(program.name() + ".log"));
        all.add(new Series(BenchEvent.SQS, subject));
      } catch (MeasurementException e) {
        System.out.println(program.name() + " left out: " + e.getMessage());
      }
    }
    Interleaved.run(all, starts, directory);
    print(all, starts);
  }

  private static FloorProgram parse(String line, Path jre, Path floorJar) {
    String[] words = line.strip().split("\\s+", -1);
    String mainClass = "dev.thaw.benchmarks.floor.Floor";
    Path jar = floorJar;
    List<String> flags = new ArrayList<>();
    for (String word : List.of(words).subList(1, words.length)) {
      if (word.startsWith("jre=")) {
        jre = Path.of(word.substring("jre=".length()));
      } else if (word.startsWith("jar=")) {
        jar = Path.of(word.substring("jar=".length()));
      } else if (word.startsWith("main=")) {
        mainClass = word.substring("main=".length());
      } else {
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
