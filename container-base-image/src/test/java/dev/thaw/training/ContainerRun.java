package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of a container.
 *
 * @param status its exit status, if it was not invoked
 * @param outcome what it answered with, a response or an error; empty if nothing
 * @param log what it printed
 * @param written the texts of the files in its {@code /tmp}
 */
record ContainerRun(int status, String outcome, List<String> log, Map<String, String> written) {

  static ContainerRun of(int status, Path folder) throws IOException {
    Path tmp = folder.resolve("tmp");
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(tmp)) {
      for (Path file : files.filter(file -> !file.equals(tmp)).toList()) {
        String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        written.put(tmp.relativize(file).toString(), text);
      }
    }
    Path outcome = folder.resolve("outcome");
    return new ContainerRun(
        status,
        Files.exists(outcome) ? Files.readString(outcome) : "",
        Files.readAllLines(folder.resolve("log")),
        written);
  }

  /** The function answered so, and neither it nor the runtime had anything to complain about. */
  ContainerRun assertAnswered(String response) {
    assertThat(outcome).as("answer, after %s", log).isEqualTo(response);
    assertThat(warnings()).isEmpty();
    return this;
  }

  List<String> warnings() {
    return log.stream()
        .filter(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
        .toList();
  }
}
