package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import dev.thaw.local.RuntimeApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that {@code bootstrap} has started, with the Runtime API that it asks. */
final class FunctionProcess implements AutoCloseable {
  private static final int SECONDS = 30;

  private final RuntimeApiServer api;
  private final Process process;
  private final Path log;

  FunctionProcess(RuntimeApiServer api, ProcessBuilder builder) throws IOException {
    this.api = api;
    this.log = Files.createTempFile("thaw-function", ".log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    this.process = builder.start();
  }

  long pid() {
    return process.pid();
  }

  /** The answer to a question to {@code shop.Probe}. */
  String ask(String question) throws Exception {
    String answer = invoke("\"" + question + "\"");
    assertThat(answer).startsWith("\"").endsWith("\"");
    return answer.substring(1, answer.length() - 1);
  }

  /** The response to an event; fails the test if the function fails. */
  String invoke(String event) throws Exception {
    InvocationOutcome outcome = outcome(event);
    assertThat(outcome.succeeded()).as("%s%n%s", outcome.text(), log()).isTrue();
    return outcome.text();
  }

  /** How an event ends; fails the test if the process ends before. */
  InvocationOutcome outcome(String event) throws Exception {
    CompletableFuture<InvocationOutcome> outcome = api.submit(InvocationRequest.of(event));
    try {
      CompletableFuture.anyOf(outcome, process.onExit()).get(SECONDS, TimeUnit.SECONDS);
      if (!outcome.isDone()) {
        throw new AssertionError("exit " + process.exitValue() + "\n" + log());
      }
      return outcome.get();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("No answer\n" + log(), e);
    }
  }

  /** What the function posted as the reason why it cannot start. */
  String initError() throws Exception {
    return api.initError().get(SECONDS, TimeUnit.SECONDS).text();
  }

  int exit() throws InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  /** Standard output and error so far. */
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  /** Ends the process as Lambda does, so that what it writes at its end is there. */
  void terminate() throws InterruptedException {
    process.destroy();
    exit();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    api.close();
    process.onExit().join();
    Files.delete(log);
  }
}
