package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended by itself.
 *
 * @param status its exit status
 * @param output what it printed, errors as well
 */
record FinishedProcess(int status, String output) {
  /** Runs a process to its end; fails the test, and ends it, if that takes longer. */
  static FinishedProcess of(ProcessBuilder builder, int seconds)
      throws IOException, InterruptedException {
    // A file, not a pipe: a child that outlives the process would hold that open.
    Path output = Files.createTempFile("thaw-process", ".log");
    try {
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        assertThat(ended).as("%s ended%n%s", builder.command(), text(output)).isTrue();
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      return new FinishedProcess(process.exitValue(), text(output));
    } finally {
      Files.delete(output);
    }
  }

  private static String text(Path output) throws IOException {
    return new String(Files.readAllBytes(output), UTF_8);
  }
}
