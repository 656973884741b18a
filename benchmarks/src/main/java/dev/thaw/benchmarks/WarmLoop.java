package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One process that is given events again and again, as fast as it takes them: what an invocation
 * costs when warm. A latency lasts from the moment before an event is sent until its response has
 * been read, whole.
 */
final class WarmLoop implements RuntimeApiServer.Script {
  private static final int TIMEOUT_SECONDS = 300;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  /**
   * What one process took.
   *
   * @param latencies in nanoseconds
   * @param cpuNanos CPU time for each invocation, of all threads of the process
   * @param perSecond invocations
   * @param usage at the end
   */
  record Sample(Histogram latencies, double cpuNanos, double perSecond, ProcessUsage usage) {}

  private final WarmLoad load;
  private final byte[] event;
  private final byte[] answer;
  private final long[] sentNanos;
  private final AtomicHistogram latencies = new AtomicHistogram(HIGHEST_NANOS, 3);
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final CompletableFuture<Sample> sample = new CompletableFuture<>();
  private volatile long beganNanos;
  private volatile long beganCpuNanos;

  private WarmLoop(WarmLoad load, String answer) {
    this.load = load;
    this.event = load.event();
    this.answer = answer.getBytes(UTF_8);
    this.sentNanos = new long[2 * load.invocations() + 1];
  }

  /**
   * @param answer what each invocation has to answer, byte for byte
   * @param log gets the output of the process
   * @throws MeasurementException if the process ended, reported an error or gave a wrong answer
   */
  static Sample measure(Subject subject, WarmLoad load, String answer, Path log)
      throws IOException, InterruptedException, MeasurementException {
    WarmLoop loop = new WarmLoop(load, answer);
    try (RuntimeApiServer server = RuntimeApiServer.start(loop)) {
      Process process = subject.start(server.address(), log).process();
      try {
        loop.process.complete(process);
        CompletableFuture<Void> _ =
            process.onExit().thenAccept(ended -> loop.error("exit " + ended.exitValue()));
        return loop.sample.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new MeasurementException(subject.name() + ": " + e.getMessage() + ", see " + log, e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Override
  public byte @Nullable [] next(int number) {
    if (sent.incrementAndGet() > 2 * load.invocations()) {
      return null;
    }
    sentNanos[number] = System.nanoTime();
    return event;
  }

  @Override
  public void response(int number, byte[] body, long nanos) {
    if (!Arrays.equals(body, answer)) {
      error("answered " + new String(body, 0, Math.min(body.length, 200), UTF_8));
      return;
    }
    int count = answered.incrementAndGet();
    if (count > load.invocations()) {
      latencies.recordValue(Math.min(nanos - sentNanos[number], HIGHEST_NANOS));
    }
    if (count == load.invocations()) {
      beganCpuNanos = ProcessCpuClock.nanos(process.join().pid());
      beganNanos = System.nanoTime();
    } else if (count == 2 * load.invocations()) {
      ProcessUsage usage = ProcessUsage.of(process.join().pid());
      sample.complete(
          new Sample(
              latencies.copy(),
              (double) (usage.cpuNanos() - beganCpuNanos) / load.invocations(),
              load.invocations() * 1e9 / (System.nanoTime() - beganNanos),
              usage));
    }
  }

  @Override
  public void error(String report) {
    sample.completeExceptionally(new MeasurementException(report, null));
  }
}
