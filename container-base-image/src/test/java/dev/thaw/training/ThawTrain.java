package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A finished run of {@code thaw-train}.
 *
 * @param status its exit status
 * @param output what it and the function printed
 */
record ThawTrain(int status, String output) {
  private static final int SECONDS = 120;

  /** Trains, and fails the test if that fails. */
  static ThawTrain succeeding(Path taskRoot, String... arguments) throws Exception {
    ThawTrain run = run(taskRoot, Map.of(), arguments);
    assertThat(run.status()).as(run.output()).isZero();
    return run;
  }

  /** Trains, and fails the test unless that fails with this message as the last. */
  static void assertRefused(Path taskRoot, String message, String... arguments) throws Exception {
    ThawTrain run = run(taskRoot, Map.of(), arguments);
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    List<String> lines =
        run.output().lines().filter(line -> line.startsWith("thaw-train: ")).toList();
    assertThat(lines).last().asString().contains(message);
  }

  /** Writes an event to train with; returns the argument that names it. */
  static String event(Path folder, String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name + ".json"), json).toString();
  }

  /** Begins to train, and ends that by SIGTERM when the function runs. */
  static void interrupted(Path taskRoot, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Layer.THAW_TRAIN.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LAMBDA_TASK_ROOT", taskRoot.toString());
    Process process = builder.start();
    try {
      Path fingerprint = taskRoot.resolve(".thaw/" + arguments[0] + ".fingerprint");
      for (int i = 0; i < SECONDS * 10 && !Files.exists(fingerprint); i++) {
        Thread.sleep(100);
      }
      assertThat(fingerprint).as("the function has started").exists();
      process.destroy();
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  static ThawTrain run(Path taskRoot, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    return run(List.of(), taskRoot, variables, arguments);
  }

  /** Trains by a program that starts another. */
  static ThawTrain run(
      List<String> by, Path taskRoot, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(by);
    command.add(Layer.THAW_TRAIN.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("LAMBDA_TASK_ROOT", taskRoot.toString());
    builder.environment().putAll(variables);
    FinishedProcess process = FinishedProcess.of(builder, SECONDS);
    return new ThawTrain(process.status(), process.output());
  }
}
