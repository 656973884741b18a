package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One cold start: a process from nothing to its first response, and not a step further. */
final class ColdStart implements RuntimeApiServer.Script {
  /**
   * What one start took.
   *
   * @param initNanos from the process's start to its first {@code GET /next}
   * @param responseNanos from the process's start until its first response had been received
   * @param usage what it had used by then
   */
  record Sample(long initNanos, long responseNanos, ProcessUsage usage) {}

  /** Starts the process. */
  interface Launch {
    /**
     * Starts it now.
     *
     * @param runtimeApi host and port
     */
    Running start(String runtimeApi) throws IOException, MeasurementException;
  }

  private static final int TIMEOUT_SECONDS = 60;

  private final byte[] event;
  private final @Nullable Limits limits;
  private final CompletableFuture<Running> running = new CompletableFuture<>();
  private final CompletableFuture<Sample> sample = new CompletableFuture<>();
  private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
  private volatile long nextNanos;

  private ColdStart(byte[] event, @Nullable Limits limits) {
    this.event = event;
    this.limits = limits;
  }

  /**
   * @param log gets the output of the process
   * @throws MeasurementException if the process ended, reported an error or gave a wrong answer
   */
  static Sample measure(Subject subject, BenchEvent event, Path log)
      throws IOException, InterruptedException, MeasurementException {
    return measure(subject.name(), event, log, runtimeApi -> subject.start(runtimeApi, log));
  }

  /** The same under limits. */
  static Sample measure(Subject subject, BenchEvent event, Path log, Limits limits)
      throws IOException, InterruptedException, MeasurementException {
    return measure(
        subject.name(), event, log, runtimeApi -> subject.start(runtimeApi, log, limits), limits);
  }

  /** The same for a process that is started in another way. */
  static Sample measure(String name, BenchEvent event, Path log, Launch launch)
      throws IOException, InterruptedException, MeasurementException {
    return measure(name, event, log, launch, null);
  }

  private static Sample measure(
      String name, BenchEvent event, Path log, Launch launch, @Nullable Limits limits)
      throws IOException, InterruptedException, MeasurementException {
    ColdStart start = new ColdStart(event.json(), limits);
    try (RuntimeApiServer server = RuntimeApiServer.start(start)) {
      Running running = launch.start(server.address());
      Process process = running.process();
      try {
        start.running.complete(running);
        CompletableFuture<Void> _ =
            process.onExit().thenAccept(ended -> start.error("exit " + ended.exitValue()));
        Sample sample = start.sample.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        event.check(start.answer.join());
        return sample;
      } catch (ExecutionException | TimeoutException e) {
        throw new MeasurementException(name + ": " + e.getMessage() + ", see " + log, e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Override
  public byte @Nullable [] next(int number) {
    if (nextNanos != 0) {
      return null;
    }
    nextNanos = System.nanoTime();
    if (limits != null) {
      try {
        limits.initEnded();
      } catch (IOException e) {
        sample.completeExceptionally(e);
        return null;
      }
    }
    return event;
  }

  @Override
  public void response(int number, byte[] body, long nanos) {
    // The runtime waits for the answer to its response: what is read now is the start alone.
    Running process = running.join();
    ProcessUsage usage = process.usage();
    answer.complete(body);
    long began = process.beganNanos();
    sample.complete(new Sample(nextNanos - began, nanos - began, usage));
  }

  @Override
  public void error(String report) {
    sample.completeExceptionally(new MeasurementException(report, null));
  }
}
