package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command that makes an executable of a function: GraalVM's, or else the project's own. */
final class NativeImage {
  private static final String NAME = "native-image";

  private final Map<String, String> environment;
  private final Path own;

  /**
   * @param environment with {@code PATH} and perhaps {@code GRAALVM_HOME} and {@code JAVA_HOME}
   * @param own where the project builds its own command
   */
  NativeImage(Map<String, String> environment, Path own) {
    this.environment = environment;
    this.own = own;
  }

  /** Why nothing can be built here; empty where it can. */
  Optional<String> missing() {
    if (onPath("gcc") == null) {
      return Optional.of("an executable is linked by gcc, which is not on PATH");
    }
    if (command() == null) {
      return Optional.of(
          NAME
              + " is neither in GRAALVM_HOME nor in JAVA_HOME nor on PATH, and "
              + own
              + " is missing");
    }
    return Optional.empty();
  }

  /** Its path; null where there is none. */
  @Nullable Path command() {
    List<Path> places = new ArrayList<>();
    for (String home : new String[] {"GRAALVM_HOME", "JAVA_HOME"}) {
      String value = environment.getOrDefault(home, "");
      if (!value.isEmpty()) {
        places.add(Path.of(value, "bin", NAME));
      }
    }
    Path onPath = onPath(NAME);
    if (onPath != null) {
      places.add(onPath);
    }
    places.add(own);
    return places.stream().filter(Files::isExecutable).findFirst().orElse(null);
  }

  /** What it says of itself, on one line. */
  static String version(Path command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command.toString(), "--version").redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    return said.replace("\n", "; ");
  }

  private @Nullable Path onPath(String name) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }
}
