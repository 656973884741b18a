package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of the system that a test needs. */
final class Programs {
  private static final int SECONDS = 300;

  private Programs() {}

  /** Skips the test where one is not installed; fails it in CI, which tests everything. */
  static void require(String... names) {
    for (String name : names) {
      find(name);
    }
  }

  /** Where a program is; the same as {@link #require} where it is not. */
  static String find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return missing(name + " is not installed");
  }

  /** Skips the test for a reason; fails it in CI. */
  static String missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      fail(reason);
    }
    return abort(reason);
  }

  static boolean isRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  /** Runs a program to its end and returns what it printed; fails the test if the program fails. */
  static String run(String program, String... arguments) throws IOException, InterruptedException {
    return run(Path.of("").toAbsolutePath(), Map.of(), program, arguments);
  }

  /** The same in a folder, with variables besides those of the test. */
  static String run(Path folder, Map<String, String> variables, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(program.startsWith("/") ? program : find(program)));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // A container's processes inherit what the builder has.
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(variables);
    FinishedProcess process = FinishedProcess.of(builder, SECONDS);
    assertThat(process.status()).as("%s%n%s", String.join(" ", command), process.output()).isZero();
    return process.output();
  }

  /** Deletes a folder and what is in it, whoever owns it. */
  static void delete(Path folder) throws IOException, InterruptedException {
    run("rm", "-rf", "--one-file-system", folder.toString());
  }
}
