package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One process that is given the same event again and again: what an invocation costs when warm. */
final class WarmLoop implements RuntimeApiServer.Script {
  static final int INVOCATIONS = 2000;

  private static final int TIMEOUT_SECONDS = 300;

  /**
   * What one process took, after as many invocations of warm-up.
   *
   * @param cpuNanos CPU time for each invocation
   * @param latencyNanos median from the event's sending to its response, whole
   * @param usage at the end
   */
  record Sample(double cpuNanos, double latencyNanos, ProcessUsage usage) {}

  /** All processes of one subject, round by round. */
  record Result(BenchEvent event, Subject subject, List<Sample> samples) {
    /** CPU time for each invocation, process by process. */
    double[] cpuNanos() {
      return samples.stream().mapToDouble(Sample::cpuNanos).toArray();
    }
  }

  private final byte[] event;
  private final CompletableFuture<Process> process = new CompletableFuture<>();
  private final CompletableFuture<Sample> sample = new CompletableFuture<>();
  private final List<byte[]> answers = new ArrayList<>();
  private final double[] latencies = new double[INVOCATIONS];
  private int count;
  private long sentNanos;
  private long cpuNanos;

  private WarmLoop(byte[] event) {
    this.event = event;
  }

  /**
   * @param rounds processes for each subject, interleaved
   */
  static List<Result> run(Map<BenchEvent, List<Subject>> subjects, int rounds, Path directory)
      throws IOException, InterruptedException, MeasurementException {
    List<Result> results = new ArrayList<>();
    subjects.forEach(
        (event, each) ->
            each.forEach(subject -> results.add(new Result(event, subject, new ArrayList<>()))));
    for (int round = 0; round < rounds; round++) {
      for (Result result : results) {
        String name = result.subject().name() + "-" + result.event().label() + "-warm.log";
        result.samples().add(measure(result.subject(), result.event(), directory.resolve(name)));
      }
    }
    return results;
  }

  private static Sample measure(Subject subject, BenchEvent event, Path log)
      throws IOException, InterruptedException, MeasurementException {
    WarmLoop loop = new WarmLoop(event.json());
    try (RuntimeApiServer server = RuntimeApiServer.start(loop)) {
      Process process = subject.start(server.address(), log).process();
      try {
        loop.process.complete(process);
        CompletableFuture<Void> _ =
            process.onExit().thenAccept(ended -> loop.error("exit " + ended.exitValue()));
        Sample sample = loop.sample.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        for (byte[] answer : loop.answers) {
          event.check(answer);
        }
        return sample;
      } catch (ExecutionException | TimeoutException e) {
        throw new MeasurementException(subject.name() + ": " + e.getMessage() + ", see " + log, e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Override
  public synchronized byte @Nullable [] next() {
    if (count == 2 * INVOCATIONS) {
      return null;
    }
    sentNanos = System.nanoTime();
    return event;
  }

  @Override
  public synchronized void response(byte[] body, long nanos) {
    answers.add(body);
    if (count >= INVOCATIONS) {
      latencies[count - INVOCATIONS] = nanos - sentNanos;
    }
    count++;
    if (count == INVOCATIONS) {
      cpuNanos = ProcessCpuClock.nanos(process.join().pid());
    } else if (count == 2 * INVOCATIONS) {
      ProcessUsage usage = ProcessUsage.of(process.join().pid());
      double cpu = (double) (usage.cpuNanos() - cpuNanos) / INVOCATIONS;
      sample.complete(new Sample(cpu, Statistics.median(latencies), usage));
    }
  }

  @Override
  public void error(String report) {
    sample.completeExceptionally(new MeasurementException(report, null));
  }
}
