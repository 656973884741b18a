package dev.thaw.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handler that cannot be fails the build, which says why; what it says is tested on a JVM. */
class RefusedHandlersIT {
  @TempDir private Path folder;

  @Test
  void oneThatIsNotThere() throws Exception {
    assertThat(build("-Dthaw.handlers=com.example.Shapes$Text,com.example.Missing"))
        .contains("There is no class com.example.Missing in the function");
  }

  @Test
  void noneAtAll() throws Exception {
    assertThat(build()).contains("-Dthaw.handlers=com.example.Orders");
  }

  private String build(String... options) throws Exception {
    Path executable = folder.resolve("bootstrap");
    List<String> command = new ArrayList<>();
    command.add(Objects.requireNonNull(System.getProperty("thaw.native-image")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(options));
    command.addAll(List.of(Bootstrap.class.getName(), "-o", executable.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isNotZero();
    assertThat(executable).doesNotExist();
    return output;
  }
}
