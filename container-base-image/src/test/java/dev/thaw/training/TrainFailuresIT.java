package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code thaw-train} says, and leaves, where a function or an event fails. */
class TrainFailuresIT {
  @TempDir private Path folder;
  private Path taskRoot;

  @BeforeEach
  void build() throws Exception {
    taskRoot = folder.resolve("task");
    Functions.jar(
        taskRoot.resolve("lib/shop.jar"), Functions.compile("Probe", "Version", "Broken", "Fate"));
  }

  @Test
  void reportsAnEventThatFailsAndKeepsTheCache() throws Exception {
    String bad = ThawTrain.event(folder, "bad", "\"fail no ice\"");
    ThawTrain run = ThawTrain.run(taskRoot, Map.of(), "shop.Probe", bad);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output().lines())
        .anyMatch(
            line -> line.startsWith("thaw-train: " + bad + " failed: ") && line.contains("no ice"));
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log()).noneMatch(line -> line.startsWith("WARN"));
    }
  }

  @Test
  void failsAtAnEventThatFailsIfAsked() throws Exception {
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    String bad = ThawTrain.event(folder, "bad", "\"fail no ice\"");
    ThawTrain run = ThawTrain.run(taskRoot, Map.of(), "--strict", "shop.Probe", bad);
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .contains("thaw-train: " + bad + " failed: java.lang.IllegalArgumentException: no ice\n")
        .contains("    at shop.Probe.handleRequest(Probe.java:")
        .contains("thaw-train: No cache was made, since --strict");
    assertNoCache();
  }

  @Test
  void namesWhatAFunctionHungOn() throws Exception {
    String event = ThawTrain.event(folder, "sleepy", "\"sleep\"");
    ThawTrain run = ThawTrain.run(taskRoot, Map.of(), "--timeout", "2", "shop.Fate", event);
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("thaw-train: The function did not end " + event + " in 2 s");
    assertNoCache();
    assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
        .noneMatch(info -> info.commandLine().orElse("").contains(taskRoot.toString()));
  }

  @Test
  void namesTheEventAtWhichAFunctionEndsItself() throws Exception {
    String event = ThawTrain.event(folder, "exit", "\"exit\"");
    ThawTrain run =
        ThawTrain.run(taskRoot, Map.of(), "--env", "NOTES=/dev/null", "shop.Fate", event);
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("The process ended during " + event + " (status 0)");
    assertNoCache();
  }

  /** Its notes go to a pipe that nobody reads. */
  @Test
  void doesNotWaitForAShutdownThatHangs() throws Exception {
    Path pipe = folder.resolve("pipe");
    Programs.run(folder, Map.of(), "mkfifo", pipe.toString());
    ThawTrain run =
        ThawTrain.run(
            taskRoot,
            Map.of(),
            "--timeout",
            "3",
            "--env",
            "NOTES=" + pipe,
            "shop.Fate",
            ThawTrain.event(folder, "plain", "\"plain\""));
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("did not end its shutdown in 3 s");
    assertNoCache();
  }

  @Test
  void refusesAClassThatIsNotThere() throws Exception {
    ThawTrain.assertRefused(
        taskRoot, "There is no class shop.Missing in the function", "shop.Missing");
    assertNoCache();
    ThawTrain.assertRefused(
        taskRoot,
        "There is no class shop.Missing in the function",
        "shop.Missing",
        ThawTrain.event(folder, "any", "\"\""));
    assertNoCache();
  }

  @Test
  void refusesAFunctionThatCannotBeBuilt() throws Exception {
    ThawTrain.assertRefused(taskRoot, "The init phase failed: ", "shop.Broken");
    ThawTrain.assertRefused(
        taskRoot, "failed: java.lang.IllegalStateException: no table", "shop.Broken");
    assertNoCache();
  }

  @Test
  void passesOnTheLastWordsOfTheJvm() throws Exception {
    ThawTrain run =
        ThawTrain.run(taskRoot, Map.of("JAVA_TOOL_OPTIONS", "-XX:NoSuchOption"), "shop.Probe");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("Unrecognized VM option 'NoSuchOption'");
  }

  @Test
  void failsWhereTheCacheWouldNeverBeUsed() throws Exception {
    Files.write(taskRoot.resolve("lib/zoo.jar"), new byte[0]);
    ThawTrain.assertRefused(taskRoot, "it would never be used", "shop.Probe");
  }

  @Test
  void passesOverALinkToNowhereAmongTheLibraries() throws Exception {
    Files.createSymbolicLink(taskRoot.resolve("lib/zoo.jar"), Path.of("nowhere.jar"));
    ThawTrain.succeeding(taskRoot, "shop.Probe");
  }

  @Test
  void leavesNothingWhenItIsInterrupted() throws Exception {
    ThawTrain.interrupted(taskRoot, "shop.Fate", ThawTrain.event(folder, "sleepy", "\"sleep\""));
    assertNoCache();
    assertThat(taskRoot.resolve(".thaw/shop.Fate.aot.config")).doesNotExist();
    assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
        .noneMatch(info -> info.commandLine().orElse("").contains(taskRoot.toString()));
  }

  private void assertNoCache() throws Exception {
    try (Stream<Path> walk = Files.walk(taskRoot)) {
      assertThat(walk.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .isEqualTo(List.of("shop.jar"));
    }
  }
}
