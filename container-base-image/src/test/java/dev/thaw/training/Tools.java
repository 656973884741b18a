package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of this machine that a test cannot do without. */
final class Tools {
  private Tools() {}

  /** Where a program is. Without it the test is skipped, or fails where nothing may be skipped. */
  static String find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return missing(program + " is not installed");
  }

  /** Skips the test, or fails it where nothing may be skipped. */
  static String missing(String what) {
    if ("true".equals(System.getenv("CI"))) {
      fail(what);
    }
    return abort(what);
  }

  static boolean isRoot() throws Exception {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  /** Runs a program, given by its name or its absolute path, to its end, a good one. */
  static String run(Path folder, Map<String, String> variables, String program, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of(program.startsWith("/") ? program : find(program)));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
