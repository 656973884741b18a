package dev.thaw.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Carries out invocations that nobody waits for. A throttled one waits for its turn; one that fails
 * is tried again after each of the delays, and then told to the listener
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
 */
final class AsynchronousInvoker implements AutoCloseable {
  /** Lambda's. */
  static final List<Duration> DELAYS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Duration> delays;
  private final FailureListener listener;

  AsynchronousInvoker(List<Duration> delays, FailureListener listener) {
    this.delays = List.copyOf(delays);
    this.listener = listener;
  }

  void invoke(LocalFunction function, InvocationRequest request) {
    threads.execute(
        () -> {
          try {
            untilItSucceeds(function, request);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void untilItSucceeds(LocalFunction function, InvocationRequest request)
      throws InterruptedException {
    InvocationOutcome outcome = function.invokeWhenPossible(request).outcome();
    for (Duration delay : delays) {
      if (outcome.succeeded()) {
        return;
      }
      Thread.sleep(delay);
      outcome = function.invokeWhenPossible(request).outcome();
    }
    if (!outcome.succeeded()) {
      listener.failed(
          function.configuration().name(),
          FailureRecord.of(function.configuration(), request, outcome, 1 + delays.size()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
