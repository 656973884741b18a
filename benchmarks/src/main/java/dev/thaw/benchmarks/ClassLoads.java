package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The classes that a start loads, by where they come from, as the JVM's own log says. Found in a
 * start that is not measured, since the log costs time.
 *
 * @param loaded all of them
 * @param fromCache mapped from a CDS archive or an AOT cache
 * @param fromModules parsed from the JRE's image
 * @param fromJars parsed from jars and folders
 * @param other made while running: hidden classes, proxies, lambdas
 */
record ClassLoads(int loaded, int fromCache, int fromModules, int fromJars, int other) {
  private static final String SOURCE = " source: ";

  /** Of one start, up to its response. Its answer is checked like any. */
  static ClassLoads of(Subject subject, BenchEvent event, Path directory)
      throws IOException, InterruptedException, MeasurementException {
    String name = subject.name() + "-" + event.label() + "-classes";
    Path classes = directory.resolve(name + ".txt");
    Files.deleteIfExists(classes);
    Subject logging = subject.with("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
    ColdStart.measure(logging, event, directory.resolve(name + ".log"));
    if (!Files.exists(classes)) {
      throw new MeasurementException(subject.name() + ": the JVM left no " + classes, null);
    }
    return read(classes);
  }

  static ClassLoads read(Path log) throws IOException {
    int loaded = 0;
    int fromCache = 0;
    int fromModules = 0;
    int fromJars = 0;
    try (Stream<String> lines = Files.lines(log)) {
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        String line = each.next();
        int at = line.indexOf(SOURCE);
        if (at < 0) {
          continue;
        }
        loaded++;
        String source = line.substring(at + SOURCE.length());
        if (source.startsWith("shared objects file")) {
          fromCache++;
        } else if (source.startsWith("jrt:/")) {
          fromModules++;
        } else if (source.startsWith("file:")) {
          fromJars++;
        }
      }
    }
    int other = loaded - fromCache - fromModules - fromJars;
    return new ClassLoads(loaded, fromCache, fromModules, fromJars, other);
  }
}
