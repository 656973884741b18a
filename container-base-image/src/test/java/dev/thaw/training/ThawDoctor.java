package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A finished run of {@code thaw-doctor}.
 *
 * @param status its exit status
 * @param output what it printed
 */
record ThawDoctor(int status, String output) {
  private static final int SECONDS = 60;

  static ThawDoctor run(Path taskRoot, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    return run(Layer.THAW_DOCTOR.toString(), taskRoot, variables, arguments);
  }

  static ThawDoctor run(
      String program, Path taskRoot, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("LAMBDA_TASK_ROOT", taskRoot.toString());
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    builder.environment().putAll(variables);
    FinishedProcess process = FinishedProcess.of(builder, SECONDS);
    return new ThawDoctor(process.status(), process.output());
  }

  /** Runs it, and fails the test if it changes anything in the task root. */
  static ThawDoctor harmless(Path taskRoot, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    Map<String, String> before = files(taskRoot);
    ThawDoctor doctor = run(taskRoot, variables, arguments);
    assertThat(files(taskRoot)).isEqualTo(before);
    return doctor;
  }

  private static Map<String, String> files(Path taskRoot) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(taskRoot)) {
      for (Path file : walk.toList()) {
        files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  /** The lines of a group, without its name. */
  List<String> group(String name) {
    List<String> found = new ArrayList<>();
    boolean inside = false;
    for (String line : output.lines().toList()) {
      if (!line.startsWith(" ")) {
        inside = line.startsWith(name + " ");
      }
      if (inside) {
        found.add(line.substring(12));
      }
    }
    return found;
  }
}
