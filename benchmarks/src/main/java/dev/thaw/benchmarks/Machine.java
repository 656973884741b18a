package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a figure is worth nothing without.
 *
 * @param cpu model name
 * @param load the load average of the last minute before the run, without unit
 * @param jre version and module count of the floor's JRE
 * @param jdk version of the JDK of AWS's client as people run it
 * @param libraries AWS's jars, by file name
 */
record Machine(
    String cpu,
    int cores,
    long memoryMegabytes,
    String kernel,
    String load,
    String jre,
    String jdk,
    List<String> libraries) {
  static Machine describe(Layout layout) throws IOException {
    return new Machine(
        field(Path.of("/proc/cpuinfo"), "model name", ":"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal", ":").replace(" kB", "")) / 1024,
        System.getProperty("os.version"),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
        java(layout.jre()),
        java(layout.jdk()),
        libraries(layout));
  }

  private static String java(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.exists(release)) {
      return home + " (no release file)";
    }
    // jlink writes less into this file than the JDK's own build does
    int modules = field(release, "MODULES", "=").split(" ", -1).length;
    return field(release, "JAVA_VERSION", "=") + " with " + modules + " modules";
  }

  private static String field(Path file, String name, String separator) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(name)) {
        return line.substring(line.indexOf(separator) + 1).replace("\"", "").strip();
      }
    }
    return "unknown";
  }

  private static List<String> libraries(Layout layout) throws IOException {
    try (Stream<Path> jars = Files.list(layout.target().resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.startsWith("aws-lambda"))
          .sorted()
          .toList();
    }
  }

  @Override
  public String toString() {
    return """
    %s, %d cores, %d MB, Linux %s, load %s before the run
    JRE of floor and caches: %s; JDK of AWS's client as people run it: %s
    %s\
    """
        .formatted(
            cpu, cores, memoryMegabytes, kernel, load, jre, jdk, String.join(", ", libraries));
  }
}
