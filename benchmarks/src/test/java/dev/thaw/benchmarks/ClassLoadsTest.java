package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.benchmarks.floor.Floor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassLoadsTest {
  @TempDir Path directory;

  @Test
  void sourcesAreToldApart() throws Exception {
    Path log = directory.resolve("classes.txt");
    Files.writeString(
        log,
        """
        [0.014s][info][class,load] java.lang.Object source: shared objects file
        [0.015s][info][class,load] a.B source: shared objects file (top)
        [0.031s][info][class,load] java.util.Timer source: jrt:/java.base
        [0.032s][info][class,load] c.D source: file:/var/task/lib/d.jar
        [0.033s][info][class,load] c.D$$Lambda/0x00007f1e8c000c00 source: c.D
        [0.034s][info][class,load] 1 more line
        """);

    assertThat(ClassLoads.read(log)).isEqualTo(new ClassLoads(5, 2, 1, 1, 1));
  }

  @Test
  void aStartSaysWhatItLoads() throws Exception {
    ClassLoads shared = ClassLoads.of(floor(), BenchEvent.SQS, directory);
    ClassLoads parsed = ClassLoads.of(floor("-Xshare:off"), BenchEvent.SQS, directory);

    assertThat(shared.fromCache()).isGreaterThan(300);
    assertThat(shared.fromJars()).as("the program itself").isEqualTo(1);
    assertThat(parsed.fromCache()).isZero();
    assertThat(parsed.fromModules()).isGreaterThan(300);
  }

  private Subject floor(String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Floor.class.getName(), BenchEvent.SQS.answer()));
    return new Subject("floor", command, directory, "any.Handler");
  }
}
