package dev.thaw.benchmarks;

import dev.thaw.benchmarks.functions.TimedQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One cold start of {@link BenchEvent#TIMED}, moment by moment. On Linux {@link System#nanoTime} is
 * the system's monotonic clock, which all processes share: what the function noted can be set
 * against what was seen from here.
 */
final class TimedStart implements RuntimeApiServer.Script {
  /**
   * All from the process's start on.
   *
   * @param next when the event was asked for
   * @param function beginning and end of the constructor and of the handler; empty for a program
   *     that is no function
   * @param response when the response had been received
   */
  record Moments(long next, List<Long> function, long response) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final int TIMEOUT_SECONDS = 60;

  private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
  private volatile long nextNanos;
  private volatile long responseNanos;

  private TimedStart() {}

  /** What a start left behind, and the process's start by the same clock. */
  record Result(long beganNanos, Moments moments) {}

  /**
   * @param log gets the output of the process
   * @throws MeasurementException if the process ended, reported an error or gave a wrong answer
   */
  static Result measure(Subject subject, Path log)
      throws IOException, InterruptedException, MeasurementException {
    TimedStart start = new TimedStart();
    try (RuntimeApiServer server = RuntimeApiServer.start(start)) {
      Running running = subject.start(server.address(), log);
      Process process = running.process();
      try {
        CompletableFuture<Void> _ =
            process.onExit().thenAccept(ended -> start.error("exit " + ended.exitValue()));
        byte[] answer = start.answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        BenchEvent.TIMED.check(answer);
        long began = running.beganNanos();
        List<Long> function = new ArrayList<>();
        times(answer).forEach(time -> function.add(time - began));
        return new Result(
            began, new Moments(start.nextNanos - began, function, start.responseNanos - began));
      } catch (ExecutionException | TimeoutException e) {
        throw new MeasurementException(subject.name() + ": " + e.getMessage() + ", see " + log, e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** What the function noted; nothing where no function ran. */
  private static List<Long> times(byte[] answer) {
    List<Long> times = new ArrayList<>();
    for (JsonNode item : JSON.readTree(answer).path("batchItemFailures")) {
      String text = item.path("itemIdentifier").asString();
      if (text.startsWith(TimedQueue.TIMES)) {
        for (String time : text.substring(TimedQueue.TIMES.length()).split(" ", -1)) {
          times.add(Long.parseLong(time));
        }
      }
    }
    return times;
  }

  @Override
  public byte @Nullable [] next(int number) {
    if (nextNanos != 0) {
      return null;
    }
    nextNanos = System.nanoTime();
    return BenchEvent.TIMED.json();
  }

  @Override
  public void response(int number, byte[] body, long nanos) {
    responseNanos = nanos;
    answer.complete(body);
  }

  @Override
  public void error(String report) {
    answer.completeExceptionally(new MeasurementException(report, null));
  }
}
