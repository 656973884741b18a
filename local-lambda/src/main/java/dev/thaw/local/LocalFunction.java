package dev.thaw.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A function and its execution environments: idle ones are used again, others started at need. */
final class LocalFunction implements AutoCloseable {
  private final FunctionConfiguration configuration;
  private final LogListener listener;

  /** Those that can take another invocation, the one that was used last at the end. */
  private final Deque<ExecutionEnvironment> free = new ArrayDeque<>();

  /** All, each with the number of invocations that it has. */
  private final Map<ExecutionEnvironment, Integer> all = new HashMap<>();

  private int running;
  private boolean closed;

  LocalFunction(FunctionConfiguration configuration, LogListener listener) {
    this.configuration = configuration;
    this.listener = listener;
  }

  FunctionConfiguration configuration() {
    return configuration;
  }

  /**
   * Carries out an invocation.
   *
   * @throws ThrottledException if all reserved concurrency is in use
   */
  InvocationResult invoke(InvocationRequest request)
      throws ThrottledException, InterruptedException {
    if (!enter()) {
      throw new ThrottledException(configuration.name());
    }
    return invokeEntered(request);
  }

  /** Carries out an invocation as soon as the reserved concurrency allows it. */
  InvocationResult invokeWhenPossible(InvocationRequest request) throws InterruptedException {
    synchronized (this) {
      while (!enter()) {
        wait();
      }
    }
    return invokeEntered(request);
  }

  private synchronized boolean enter() {
    Integer limit = configuration.reservedConcurrency();
    if (limit != null && running >= limit && !closed) {
      return false;
    }
    running++;
    return true;
  }

  private InvocationResult invokeEntered(InvocationRequest request) throws InterruptedException {
    ExecutionEnvironment environment = null;
    try {
      environment = take();
      return environment.invoke(request);
    } catch (IOException e) {
      return notStarted(request, e);
    } catch (InterruptedException e) {
      // The invocation goes on in there, but nobody waits for its end.
      if (environment != null) {
        environment.close();
      }
      throw e;
    } finally {
      leave(environment);
    }
  }

  private synchronized ExecutionEnvironment take() throws IOException {
    if (closed) {
      throw new IOException("the function was closed");
    }
    ExecutionEnvironment found = free.pollLast();
    while (found != null && !found.alive()) {
      discard(found);
      found = free.pollLast();
    }
    if (found == null) {
      found = ExecutionEnvironment.start(configuration, listener);
    }
    int users = all.merge(found, 1, Integer::sum);
    if (users < configuration.maxConcurrency()) {
      free.addLast(found);
    }
    return found;
  }

  private synchronized void leave(@Nullable ExecutionEnvironment environment) {
    running--;
    notifyAll();
    if (environment == null || all.computeIfPresent(environment, (e, users) -> users - 1) == null) {
      return;
    }
    free.remove(environment);
    if (closed || !environment.alive()) {
      discard(environment);
    } else {
      free.addLast(environment);
    }
  }

  private void discard(ExecutionEnvironment environment) {
    environment.close();
    all.remove(environment);
  }

  private static InvocationResult notStarted(InvocationRequest request, IOException cause) {
    InvocationOutcome outcome =
        InvocationOutcome.platformError(
            "Runtime.InvalidEntrypoint",
            "RequestId: " + request.requestId() + " Error: " + cause.getMessage());
    return InvocationResult.notStarted(request.requestId(), outcome);
  }

  /** Shuts all environments down. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.keySet().forEach(environment -> threads.execute(environment::close));
    }
    all.clear();
    free.clear();
  }
}
