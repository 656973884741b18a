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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No shell script has a fault that shellcheck knows. */
class ShellScriptsTest {
  @Test
  void shellcheckFindsNothing() throws Exception {
    if (!isInstalled("shellcheck")) {
      String message = "shellcheck is not installed: the shell scripts were not checked";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      abort(message);
    }
    List<String> command = new ArrayList<>(List.of("shellcheck", "--external-sources"));
    for (String folder : List.of("container-base-image/src/main/sh", "bin", ".ci")) {
      command.addAll(scripts(Layer.PROJECT.resolve(folder)));
    }
    command.addAll(List.of(".mvn/jdk25.sh", ".mvn/newer.sh"));
    assertThat(command).contains("container-base-image/src/main/sh/bootstrap", "bin/demo");
    Process process =
        new ProcessBuilder(command)
            .directory(Layer.PROJECT.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static List<String> scripts(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Layer.PROJECT.relativize(file).toString()).sorted().toList();
    }
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
