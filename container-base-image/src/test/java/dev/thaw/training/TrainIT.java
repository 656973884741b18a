package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thaw-train} as its user meets it. */
class TrainIT {
  @TempDir private Path folder;
  private Path taskRoot;

  @BeforeEach
  void build() throws Exception {
    taskRoot = folder.resolve("task");
    Functions.jar(
        taskRoot.resolve("lib/shop.jar"), Functions.compile("Probe", "Version", "Trainee"));
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    ThawTrain help = ThawTrain.run(taskRoot, Map.of(), "--help");
    assertThat(help.status()).isZero();
    assertThat(help.output()).startsWith("usage: thaw-train [OPTION ...] HANDLER [EVENT.json ...]");
    assertThat(ThawTrain.run(taskRoot, Map.of()).status()).isEqualTo(2);
    for (String name : List.of("_HANDLER", "AWS_LAMBDA_RUNTIME_API", "THAW_CACHE_OUTPUT")) {
      ThawTrain run = ThawTrain.run(taskRoot, Map.of(), "--env", name + "=x", "shop.Probe");
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.output()).startsWith("thaw-train: --env cannot set " + name);
    }
  }

  @Test
  void feedsTheEventsGivenInAnEnvironmentWithoutCredentials() throws Exception {
    String first = ThawTrain.event(folder, "first", "\"one\"");
    String second = ThawTrain.event(folder, "second", "\"two\"");
    Map<String, String> variables =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAREAL",
            "AWS_SECRET_ACCESS_KEY", "REALSECRET",
            "AWS_SESSION_TOKEN", "REALTOKEN",
            "AWS_PROFILE", "REALPROFILE",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN", "REALTOKEN",
            "AWS_ENDPOINT_URL", "http://REAL",
            "AWS_ROLE_ARN", "REALROLE",
            "HOME", "/home/REAL",
            "TABLE", "orders");
    ThawTrain run =
        ThawTrain.run(
            taskRoot, variables, "--env", "AWS_REGION=eu-central-1", "shop.Trainee", first, second);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output().lines().filter(line -> line.startsWith("event ")))
        .isEqualTo(List.of("event one", "event two", "event one", "event two"));
    assertThat(run.output().lines())
        .contains("training true", "primed", "TABLE=orders", "AWS_REGION=eu-central-1")
        .contains("AWS_ACCESS_KEY_ID=training", "HOME=unset", "LANG=en_US.UTF-8", "TZ=:UTC");
    assertThat(run.output()).doesNotContain("REAL");
    assertLeftBehind(".thaw", ".thaw/shop.Trainee.aot", ".thaw/shop.Trainee.fingerprint");
    assertReadableByOthers();
  }

  @Test
  void knowsNamesOfAllLanguagesWithoutALocale() throws Exception {
    String greeting =
        """
        package com.example;
        import com.amazonaws.services.lambda.runtime.*;
        public class Grüßer implements RequestHandler<String, String> {
          public String handleRequest(String event, Context context) {
            boolean found = Grüßer.class.getResource("/größe.txt") != null;
            return new Größe() + " " + found + " " + System.getenv("GRUSS");
          }
          static class Größe {
            @Override public String toString() { return "XL"; }
          }
        }
        """;
    Functions.loose(taskRoot, Functions.compileText(Map.of("Grüßer", greeting)));
    Functions.loose(taskRoot, Functions.text("größe.txt", "XL"));
    // as the image has it, whose base need not have that locale
    Map<String, String> variables = Map.of("LANG", "en_US.UTF-8", "LC_ALL", "", "GRUSS", "Grüezi");
    String event = ThawTrain.event(folder, "öffnen", "\"\"");
    String handler = "com.example.Grüßer";
    ThawTrain run = ThawTrain.run(taskRoot, variables, "--strict", handler, event);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains("holds " + handler);
    try (FunctionProcess function = Launch.of(taskRoot, handler).with("GRUSS", "Grüezi").start()) {
      assertThat(function.ask("")).isEqualTo("XL true Grüezi");
      assertThat(function.log()).isEmpty();
    }
  }

  /** The JVM would not start with an agent that is not there. */
  @Test
  void leavesOutAgentsAndWrappers() throws Exception {
    Map<String, String> variables =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-javaagent:/opt/none.jar=a -Dshop=open",
            "AWS_LAMBDA_EXEC_WRAPPER",
            "/opt/none");
    ThawTrain run =
        ThawTrain.run(
            taskRoot, variables, "shop.Trainee", ThawTrain.event(folder, "one", "\"one\""));
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("Agents and AWS_LAMBDA_EXEC_WRAPPER are left out")
        .contains("Picked up JAVA_TOOL_OPTIONS: -Dshop=open");
  }

  @Test
  void saysWhatLambdasUserCannotRead() throws Exception {
    Path jar = taskRoot.resolve("lib/shop.jar");
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));
    assertThat(ThawTrain.succeeding(taskRoot, "shop.Trainee").output())
        .contains(jar + " is not readable to everybody");
  }

  @Test
  void saysThatMuchLiesLoose() throws Exception {
    try (RandomAccessFile model =
        new RandomAccessFile(taskRoot.resolve("model.bin").toFile(), "rw")) {
      model.setLength(21_000_000);
    }
    assertThat(ThawTrain.succeeding(taskRoot, "shop.Trainee").output())
        .contains("21 MB lie loose in the task root");
  }

  @Test
  void refusesVariablesOfTheRun() throws Exception {
    ThawTrain run =
        ThawTrain.run(taskRoot, Map.of(), "--env", "AWS_LAMBDA_MAX_CONCURRENCY=4", "shop.Trainee");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.output()).contains("AWS_LAMBDA_MAX_CONCURRENCY");
  }

  @Test
  void leavesFilesThatLambdasUserCanRead() throws Exception {
    Functions.loose(taskRoot, Functions.compile(Map.of("blue", "teal"), "Version"));
    Functions.loose(taskRoot, Functions.text("settings.txt", "settings"));
    // Two in one task root: the second training finds what the first has packed.
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    ThawTrain.succeeding(taskRoot, "shop.Trainee");
    assertLeftBehind(
        "settings.txt",
        ".thaw",
        ".thaw/classes.jar",
        ".thaw/resources.jar",
        ".thaw/shop.Probe.aot",
        ".thaw/shop.Probe.fingerprint",
        ".thaw/shop.Trainee.aot",
        ".thaw/shop.Trainee.fingerprint");
    assertReadableByOthers();
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("teal");
      assertThat(function.log()).isEmpty();
    }
    Files.delete(taskRoot.resolve("settings.txt"));
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("teal");
      assertThat(function.ask("resource settings.txt")).isEqualTo("none");
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void saysLittleOfItsOwn() throws Exception {
    ThawTrain run =
        ThawTrain.succeeding(taskRoot, "shop.Trainee", ThawTrain.event(folder, "one", "\"one\""));
    assertThat(run.output()).doesNotContain("AOT", "Exception", "ERROR");
    assertThat(run.output().lines().filter(line -> line.startsWith("thaw-train: "))).hasSize(2);
    assertThat(run.output())
        .containsPattern("aot holds shop.Trainee \\([0-9]+ KB, made in [0-9.]+ s\\)");
  }

  @Test
  void setsTheTimesOfTheJars() throws Exception {
    Functions.loose(taskRoot, Functions.compile(Map.of("blue", "teal"), "Version"));
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    for (String name : List.of("lib/shop.jar", ".thaw/classes.jar", ".thaw/shop.Probe.aot")) {
      assertThat(Files.getLastModifiedTime(taskRoot.resolve(name)).toInstant())
          .as(name)
          .isEqualTo("1980-02-01T00:00:00Z");
    }
  }

  @Test
  void refusesAnEventFileThatIsNotThere() throws Exception {
    String missing = folder.resolve("missing.json").toString();
    ThawTrain.assertRefused(taskRoot, "There is no event file " + missing, "shop.Probe", missing);
    ThawTrain.assertRefused(
        taskRoot, "The event file " + folder + " cannot be read", "shop.Probe", folder.toString());
    assertLeftBehind();
  }

  @Test
  void refusesATaskRootThatIsNotThere() throws Exception {
    Path missing = folder.resolve("missing");
    ThawTrain run = ThawTrain.run(missing, Map.of(), "shop.Probe");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).isEqualTo("thaw-train: The task root " + missing + " is not there\n");
  }

  @Test
  void refusesAPathForAHandler() throws Exception {
    ThawTrain.assertRefused(taskRoot, "\"../shop.Probe\" is no handler setting", "../shop.Probe");
    assertLeftBehind();
  }

  /** Nothing in the task root that was not there before, except what is named. */
  private void assertLeftBehind(String... names) throws Exception {
    List<String> expected = new ArrayList<>(List.of("lib", "lib/shop.jar"));
    expected.addAll(List.of(names));
    try (Stream<Path> walk = Files.walk(taskRoot)) {
      assertThat(walk.skip(1).map(file -> taskRoot.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private void assertReadableByOthers() throws Exception {
    try (Stream<Path> walk = Files.walk(taskRoot.resolve(".thaw"))) {
      for (Path file : walk.toList()) {
        assertThat(Files.getPosixFilePermissions(file))
            .as(file.toString())
            .contains(PosixFilePermission.OTHERS_READ);
      }
    }
  }
}
