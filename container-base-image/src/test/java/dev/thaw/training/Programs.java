package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system that a test needs. */
final class Programs {
  private static final int MINUTES = 5;

  private Programs() {}

  /** Skips the test where one is not installed; fails it in CI, which tests everything. */
  static void require(String... names) {
    for (String name : names) {
      if (!isInstalled(name)) {
        missing(name + " is not installed");
      }
    }
  }

  /** Skips the test for a reason; fails it in CI. */
  static void missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      fail(reason);
    }
    abort(reason);
  }

  /** Runs a command to its end and returns what it printed; fails the test if the command fails. */
  static String run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("thaw-program", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      // A container's processes inherit what the builder has.
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      Process process = builder.redirectOutput(output.toFile()).start();
      try {
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("%s ended", command[0]).isTrue();
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      String printed = Files.readString(output, UTF_8);
      assertThat(process.exitValue())
          .as("%s%n%s", String.join(" ", List.of(command)), printed)
          .isZero();
      return printed;
    } finally {
      Files.delete(output);
    }
  }

  /** Deletes a folder and what is in it, whoever owns it. */
  static void delete(Path folder) throws IOException, InterruptedException {
    run("rm", "-rf", "--one-file-system", folder.toString());
  }

  private static boolean isInstalled(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
