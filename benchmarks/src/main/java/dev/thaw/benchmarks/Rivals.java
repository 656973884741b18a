package dev.thaw.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rivals as subjects: on the floor's JRE with the floor's flags, started by their own main class
 * from a flat class path, without a cache and ({@code -aot}) with an AOT cache that was trained
 * with the very event it is measured with.
 */
final class Rivals {
  private static final String AOT = "-aot";

  /** The names of all subjects made here. */
  static final List<String> NAMES =
      Rival.ALL.stream().flatMap(rival -> Stream.of(rival.label(), rival.label() + AOT)).toList();

  private final Layout layout;
  private final Path root;

  Rivals(Layout layout) throws IOException {
    this.layout = layout;
    root = Files.createDirectories(layout.work().resolve("rivals"));
  }

  /** Whether a rival takes an event at all: there is a subject, or a reason why there is none. */
  static boolean takes(BenchEvent event) {
    return switch (event) {
      case POJO, SQS, HTTP, CLIENT -> true;
      default -> false;
    };
  }

  /** Why a rival cannot be measured with an event that rivals take. */
  static Optional<String> missing(String name, BenchEvent event) {
    return rival(name).missing(event);
  }

  /** What is missing, by the same name with and without a cache: all of a rival, or one event. */
  static String missingName(String name, BenchEvent event) {
    Rival rival = rival(name);
    return rival.programs().isEmpty() ? rival.label() : rival.label() + " " + event.label();
  }

  /**
   * @throws MeasurementException if the rival is not built, or does not answer
   */
  Subject subject(String name, BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    Rival rival = rival(name);
    Rival.Program program = rival.program(event);
    if (!name.endsWith(AOT)) {
      return subject(name, rival, program, List.of());
    }
    Path cache = root.resolve(name + "-" + event.label() + ".aot");
    Path log = root.resolve(name + "-" + event.label() + "-training.log");
    List<String> record = List.of("-XX:AOTMode=record", "-XX:AOTCacheOutput=" + cache);
    Training.terminated(subject(name, rival, program, record), event, cache, log);
    return subject(name, rival, program, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache));
  }

  private Subject subject(String name, Rival rival, Rival.Program program, List<String> aot)
      throws IOException, MeasurementException {
    List<String> command = new ArrayList<>();
    command.add(layout.jre().resolve("bin/java").toString());
    command.addAll(FloorProgram.FLAGS);
    command.addAll(aot);
    if (program.mainClass().equals(AwsClient.MAIN)) {
      command.addAll(AwsClient.nativeFlags(layout));
    }
    command.addAll(program.flags());
    command.add("-cp");
    Path target = layout.rivals().resolve(rival.label()).resolve(program.folder() + "/target");
    command.add(classPath(rival, target));
    command.add(program.mainClass());
    command.addAll(program.arguments());
    return new Subject(name, command, root, program.handler());
  }

  /** The application's jar first, where it has one of its own, then its dependencies. */
  private static String classPath(Rival rival, Path target)
      throws IOException, MeasurementException {
    List<String> jars = new ArrayList<>();
    Path application = target.resolve(rival.jar());
    if (Files.exists(application)) {
      jars.add(application.toString());
    }
    Path lib = target.resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new MeasurementException(
          rival.label()
              + " is not built: "
              + lib
              + " is missing; ./mvnw -f benchmarks/rivals/pom.xml package makes it",
          null);
    }
    try (Stream<Path> files = Files.list(lib)) {
      files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().forEach(jars::add);
    }
    return String.join(File.pathSeparator, jars);
  }

  static Rival rival(String name) {
    String label = name.endsWith(AOT) ? name.substring(0, name.length() - AOT.length()) : name;
    return Rival.ALL.stream()
        .filter(rival -> rival.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown subject " + name));
  }
}
