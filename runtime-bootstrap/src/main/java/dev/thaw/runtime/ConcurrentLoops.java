package dev.thaw.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The invoke phase of an execution environment that takes several invocations at a time: as many
 * loops, each with a connection of its own.
 *
 * <p>A poll that fails is repeated after a pause. Only when every loop pauses after several
 * failures, so that nothing is being polled or served, is there no Runtime API any more.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html">Lambda
 *     Managed Instances</a>
 */
final class ConcurrentLoops {
  /** Far above the 1,600 that Lambda allows today; a mistyped number still ends here. */
  private static final int MAX_CONCURRENCY = 10_000;

  private static final int FIRST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 5000;
  private static final int HOPELESS_FAILURES = 5;

  private final List<RuntimeApi> apis;
  private final Function function;
  private final InvocationScope scope;
  private final FunctionLog log;
  private final AtomicInteger hopeless = new AtomicInteger();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * Prepares the loops.
   *
   * @param first already connected
   */
  ConcurrentLoops(
      int concurrency,
      RuntimeApi first,
      Function function,
      InvocationScope scope,
      FunctionLog log) {
    apis = new ArrayList<>(concurrency);
    apis.add(first);
    while (apis.size() < concurrency) {
      apis.add(first.another());
    }
    this.function = function;
    this.scope = scope;
    this.log = log;
  }

  /**
   * How many invocations the execution environment takes.
   *
   * @throws IllegalArgumentException if the setting says nothing that can be done
   */
  static int concurrency(String setting) {
    try {
      int concurrency = Integer.parseInt(setting);
      if (concurrency >= 1 && concurrency <= MAX_CONCURRENCY) {
        return concurrency;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        Bootstrap.MAX_CONCURRENCY + " is not a whole number from 1 to " + MAX_CONCURRENCY);
  }

  /**
   * Runs until there is no Runtime API any more or the process cannot be trusted.
   *
   * @throws Throwable why
   */
  void run() throws Throwable {
    for (int i = 0; i < apis.size(); i++) {
      InvocationLoop loop = new InvocationLoop(apis.get(i), function, scope, log);
      Thread.ofVirtual().name("poll-" + i).start(() -> poll(loop));
    }
    try {
      ended.join();
    } catch (CompletionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void poll(InvocationLoop loop) {
    int failures = 0;
    try {
      while (true) {
        try {
          loop.once();
          failures = 0;
        } catch (IOException e) {
          if (apis.getFirst().ending()) {
            return;
          }
          failures++;
          log.warn("The Runtime API failed, " + failures + " in a row: " + e.getMessage());
          pause(failures, e);
        }
      }
    } catch (Throwable e) {
      ended.completeExceptionally(e);
    }
  }

  private void pause(int failures, IOException failure) throws IOException, InterruptedException {
    long pause = (long) FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10);
    boolean counts = failures >= HOPELESS_FAILURES;
    if (counts && hopeless.incrementAndGet() == apis.size()) {
      throw failure;
    }
    try {
      Thread.sleep(Math.min(pause, LONGEST_PAUSE_MILLIS));
    } finally {
      if (counts) {
        hopeless.decrementAndGet();
      }
    }
  }
}
