package dev.thaw.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Carries out invocations that nobody waits for. A throttled one waits for its turn; a failed one
 * is not tried again.
 */
final class AsynchronousInvoker implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  void invoke(LocalFunction function, InvocationRequest request) {
    threads.execute(
        () -> {
          try {
            function.invokeWhenPossible(request);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
