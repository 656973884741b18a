package dev.thaw.training;

import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import dev.thaw.local.RuntimeApiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Lambda for one container and one invocation, started where the container's loopback is. */
final class ContainerLambda {
  /** Stands in the container's command for the Runtime API's address, which is not known before. */
  static final String ENDPOINT = "127.0.0.1:0";

  private static final int SECONDS = 30;

  private ContainerLambda() {}

  /**
   * Runs the container's command, which inherits the log, until it has answered.
   *
   * @param args a file with an event, one for the outcome, and the command
   */
  public static void main(String[] args) throws Exception {
    String event = Files.readString(Path.of(args[0]));
    try (RuntimeApiServer api = RuntimeApiServer.start()) {
      List<String> command =
          Arrays.stream(args).skip(2).map(a -> a.replace(ENDPOINT, api.endpoint())).toList();
      Process process = new ProcessBuilder(command).inheritIO().start();
      try {
        CompletableFuture<InvocationOutcome> outcome = api.submit(InvocationRequest.of(event));
        CompletableFuture.anyOf(outcome, api.initError(), process.onExit())
            .get(SECONDS, TimeUnit.SECONDS);
        if (outcome.isDone()) {
          Files.writeString(Path.of(args[1]), outcome.get().text());
        }
      } finally {
        process.destroy(); // as at Lambda's shutdown, so that what is written at the end is there
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
  }
}
