package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
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
    Path output = Files.createTempFile("thaw-train", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().put("LAMBDA_TASK_ROOT", taskRoot.toString());
      builder.environment().putAll(variables);
      Process process = builder.redirectOutput(output.toFile()).start();
      try {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
      } finally {
        process.destroyForcibly();
      }
      return new ThawTrain(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      Files.delete(output);
    }
  }
}
