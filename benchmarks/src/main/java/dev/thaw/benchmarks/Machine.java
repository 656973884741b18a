package dev.thaw.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
 * @param jars all that a subject or the harness may load, by file name
 * @param harnessFlags those of the JVM that measures; the subjects' are in their commands
 * @param governor of the first CPU's frequency
 * @param virtualisation what the machine says it is, and whether under a hypervisor
 */
record Machine(
    String cpu,
    int cores,
    long memoryMegabytes,
    String kernel,
    String load,
    String jre,
    String jdk,
    List<String> libraries,
    List<String> jars,
    List<String> harnessFlags,
    String governor,
    String virtualisation) {
  static Machine describe(Layout layout) throws IOException {
    return new Machine(
        field(Path.of("/proc/cpuinfo"), "model name", ":"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal", ":").replace(" kB", "")) / 1024,
        System.getProperty("os.version"),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
        java(layout.jre()),
        java(layout.jdk()),
        jars(layout.target().resolve("lib")).stream()
            .filter(name -> name.startsWith("aws-lambda"))
            .toList(),
        Stream.of("lib", "sdk")
            .flatMap(folder -> jars(layout.target().resolve(folder)).stream())
            .toList(),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        line(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")),
        describeVirtualisation());
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

  private static List<String> jars(Path folder) {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describeVirtualisation() throws IOException {
    Path folder = Path.of("/sys/class/dmi/id");
    boolean hypervisor = field(Path.of("/proc/cpuinfo"), "flags", ":").contains(" hypervisor");
    return line(folder.resolve("sys_vendor"))
        + " "
        + line(folder.resolve("product_name"))
        + (hypervisor ? ", under a hypervisor" : "");
  }

  /** A file of one line; "unknown" where the kernel does not have it. */
  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return """
    %s, %d cores, %d MB, Linux %s, load %s before the run
    %s; governor %s
    JRE of floor and caches: %s; JDK of AWS's client as people run it: %s
    %s\
    """
        .formatted(
            cpu,
            cores,
            memoryMegabytes,
            kernel,
            load,
            virtualisation,
            governor,
            jre,
            jdk,
            String.join(", ", libraries));
  }
}
