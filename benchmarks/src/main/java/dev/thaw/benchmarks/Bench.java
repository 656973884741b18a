package dev.thaw.benchmarks;

import dev.thaw.benchmarks.page.Page;
import dev.thaw.benchmarks.page.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code bin/bench}: cold starts, or the warm loop, of every subject in one interleaved run. Prints
 * tables and writes {@code target/results/bench-*.json}. Exit code 1 if a subject failed or
 * answered wrongly, 2 for a wrong command line.
 */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Usage.TEXT);
      return;
    }
    try {
      run(Options.parse(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Usage.TEXT);
      System.exit(2);
    } catch (MeasurementException | RunnerException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options)
      throws IOException, InterruptedException, MeasurementException, RunnerException {
    Layout layout = layout(options);
    Machine machine = Machine.describe(layout);
    System.out.println(machine);
    Report report =
        new Report(
            machine,
            Origin.describe(options.command(), layout.target()),
            Files.createDirectories(layout.target().resolve("results")));
    Subjects subjects = new Subjects(layout);
    for (Options.Part part : options.parts()) {
      switch (part) {
        case COLD, NATIVE -> cold(part, options, subjects, layout, report);
        case MEMORY -> MemorySizes.run(options, subjects, layout, report);
        case STORAGE -> ColdStorage.run(options, layout, report);
        case WARM -> Warm.run(options, subjects, layout, report);
        case CODECS -> CodecBenchmark.run(options.quick(), report.file("codecs"));
        case TIMELINE -> Timeline.run(options, subjects, layout, report);
        case STEPS -> Variants.steps(layout, options.starts(), report);
        case NATIVE_VARIANTS -> Variants.ofExecutables(layout, options.starts(), report);
        case GUARD -> Guard.run(options, subjects, layout);
        case LAYOUTS -> Layouts.run(options, layout);
        case VARIANTS ->
            Variants.run(Objects.requireNonNull(options.variants()), layout, options.starts());
        case REPORT -> report(options, layout, report);
      }
    }
  }

  private static void report(Options options, Layout layout, Report report) throws IOException {
    Path results = report.file("cold").resolveSibling("");
    Path page = Page.write(results, layout.target().resolve("report"));
    System.out.printf(Locale.ROOT, "%nPage: %s%n", page);
    if (options.publish()) {
      Path repository = layout.target().resolve("../..").normalize();
      Map<Path, String> places = new LinkedHashMap<>();
      places.put(repository, ".");
      places.put(layout.jdk(), "$JAVA_HOME");
      Path published = Publication.publish(results, repository, places);
      System.out.printf(Locale.ROOT, "Published: %s and README.md%n", published);
    }
  }

  private static void cold(
      Options.Part part, Options options, Subjects subjects, Layout layout, Report report)
      throws IOException, InterruptedException, MeasurementException {
    List<Series> all = new ArrayList<>();
    subjects
        .prepare(options, part)
        .forEach((event, each) -> each.forEach(subject -> all.add(new Series(event, subject))));
    PreparedSubjects prepared = PreparedSubjects.in(layout.work());
    prepared.write(all);
    for (Series series : all) {
      if (NativeExecutable.of(series.subject()).isEmpty()) {
        series.findClasses(layout.work());
      }
    }
    if (options.jmh()) {
      JmhRounds.run(all, options.starts(), prepared);
    } else {
      Interleaved.run(all, options.starts(), layout.work());
    }
    report.cold(part, all, options.starts(), subjects.unavailable());
  }

  private static Layout layout(Options options) throws IOException {
    Path target = target();
    Path thaw = options.thaw();
    if (thaw == null) {
      thaw = target.resolveSibling("../container-base-image/target/thaw").normalize();
    }
    Path jre = options.jre() == null ? thaw.resolve("thaw/jre") : options.jre();
    Path jdk = options.jdk() == null ? Path.of(System.getProperty("java.home")) : options.jdk();
    Path work = work();
    delete(work);
    return new Layout(target, thaw, jre, jdk, Files.createDirectories(work));
  }

  /** Task roots, caches and logs of the last run. */
  static Path work() {
    return target().resolve("bench");
  }

  /** The module's build directory, where the jar of this class lies. */
  private static Path target() {
    try {
      return Path.of(Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolve("..")
          .toAbsolutePath()
          .normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
