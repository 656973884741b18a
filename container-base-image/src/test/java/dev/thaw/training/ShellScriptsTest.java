package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No shell script has a fault that shellcheck knows. */
class ShellScriptsTest {
  @Test
  void shellcheckFindsNothing() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--external-sources"));
    for (String folder : List.of("container-base-image/src/main/sh", "bin", ".ci")) {
      arguments.addAll(scripts(Layer.PROJECT.resolve(folder)));
    }
    arguments.addAll(
        List.of(".mvn/jdk25.sh", ".mvn/newer.sh", "container-base-image/native/native-image"));
    assertThat(arguments).contains("container-base-image/src/main/sh/bootstrap", "bin/demo");
    Programs.run(Layer.PROJECT, Map.of(), "shellcheck", arguments.toArray(new String[0]));
  }

  private static List<String> scripts(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Layer.PROJECT.relativize(file).toString()).sorted().toList();
    }
  }
}
