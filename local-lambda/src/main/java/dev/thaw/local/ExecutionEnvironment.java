package dev.thaw.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One execution environment. It carries out one invocation at a time, or several where the function
 * runs on Managed Instances.
 *
 * <p>An on-demand init phase that takes too long is cut off and repeated within the first
 * invocation, under the function's timeout. Unlike Lambda, an init error is not repeated there: it
 * is the caller's at once.
 */
final class ExecutionEnvironment implements AutoCloseable {
  private final FunctionConfiguration function;
  private final EnvironmentLog log;
  private final AtomicBoolean initialized = new AtomicBoolean();
  private volatile Sandbox sandbox;
  private volatile int maxMemoryUsed;
  private boolean closed;

  private ExecutionEnvironment(
      FunctionConfiguration function, EnvironmentLog log, Sandbox sandbox) {
    this.function = function;
    this.log = log;
    this.sandbox = sandbox;
  }

  /**
   * Starts the process; its init phase runs while the first invocation waits.
   *
   * @throws IOException if the bootstrap cannot be started
   */
  static ExecutionEnvironment start(FunctionConfiguration function, LogListener listener)
      throws IOException {
    EnvironmentLog log = new EnvironmentLog(function.name(), listener);
    return new ExecutionEnvironment(function, log, Sandbox.start(function, log));
  }

  /** Whether it can take another invocation. */
  boolean alive() {
    return !sandbox.dead();
  }

  InvocationResult invoke(InvocationRequest request) throws InterruptedException, IOException {
    boolean cold = initialized.compareAndSet(false, true);
    Attempt attempt = offer(request.timeout(function.timeout()), request);
    InvocationOutcome outcome;
    try {
      if (!attempt.beginsWithin(initTime())) {
        attempt = cold && function.onDemand() ? repeatInit(request) : attempt;
      }
      outcome =
          attempt.endsWithin(function.timeout())
              ? attempt.pending.outcome.join()
              : timedOut(attempt);
    } catch (ExecutionException e) {
      outcome =
          InvocationOutcome.platformError(
              "Sandbox.Failure", "RequestId: " + request.requestId() + " Error: shut down");
    }
    Sandbox used = attempt.sandbox;
    maxMemoryUsed = Math.max(maxMemoryUsed, used.process().maxMemoryUsed());
    if (used.dead()) {
      log.end(used.process().output());
    } else {
      log.flush(used.process().output());
    }
    InvocationResult result = report(attempt, outcome, cold);
    // Lambda's invoke phase ends when the runtime asks for the next event, not with its answer.
    if (function.maxConcurrency() == 0
        && (used.dead() || !used.api().awaitNext(attempt.left(function.timeout())))) {
      close();
    }
    return result;
  }

  private Attempt offer(InvocationRequest sent, InvocationRequest request) {
    Sandbox used = sandbox;
    return new Attempt(
        used,
        used.api()
            .offer(
                sent,
                () -> {
                  log.flush(used.process().output());
                  log.line(ReportLines.start(request.requestId()));
                }));
  }

  /** How long an invocation waits for the runtime: what the init phase has left. */
  private Duration initTime() {
    Sandbox used = sandbox;
    if (used.api().firstNext().isDone()) {
      return function.timeout();
    }
    return function
        .initLimit()
        .minus(RuntimeProcess.since(used.process().startNanos(), System.nanoTime()));
  }

  /** Lambda's suppressed init: the time of the second one counts as the invocation's. */
  private Attempt repeatInit(InvocationRequest request) throws IOException {
    Sandbox slow = sandbox;
    slow.kill();
    slow.api().close();
    log.end(slow.process().output());
    log.line(ReportLines.initTimeout(function.initLimit()));
    synchronized (this) {
      if (closed) {
        throw new IOException("the function was closed");
      }
      sandbox = Sandbox.start(function, log);
    }
    long begin = System.nanoTime();
    Attempt attempt = offer(request.deadline(Instant.now().plus(function.timeout())), request);
    attempt.begin = begin;
    return attempt;
  }

  private InvocationOutcome timedOut(Attempt attempt) {
    String seconds = ReportLines.seconds(function.timeout());
    String id = attempt.pending.request.requestId();
    Sandbox used = attempt.sandbox;
    maxMemoryUsed = Math.max(maxMemoryUsed, used.process().maxMemoryUsed());
    used.api()
        .end(
            attempt.pending.request,
            InvocationOutcome.platformError(
                "Sandbox.Timedout",
                "RequestId: " + id + " Error: Task timed out after " + seconds + " seconds"));
    // A Managed Instances environment has other invocations, which go on.
    if (function.maxConcurrency() == 0) {
      used.kill();
      log.end(used.process().output());
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    log.line(now + " " + id + " Task timed out after " + seconds + " seconds");
    return attempt.pending.outcome.join();
  }

  private InvocationResult report(Attempt attempt, InvocationOutcome outcome, boolean cold) {
    String id = attempt.pending.request.requestId();
    long started = attempt.sandbox.process().startNanos();
    Duration duration = RuntimeProcess.since(attempt.begin(outcome.nanoTime()), outcome.nanoTime());
    Optional<Duration> init =
        cold
            ? Optional.of(
                RuntimeProcess.since(
                    started, attempt.sandbox.api().firstNext().getNow(outcome.nanoTime())))
            : Optional.empty();
    Optional<Duration> firstResponse =
        cold && outcome.succeeded()
            ? Optional.of(RuntimeProcess.since(started, outcome.nanoTime()))
            : Optional.empty();
    if (!attempt.pending.delivered.isDone()) {
      log.line(ReportLines.start(id));
    }
    log.line(ReportLines.end(id));
    log.line(
        ReportLines.report(
            id,
            duration,
            init,
            function.memorySize(),
            maxMemoryUsed,
            attempt.sandbox.dead() ? outcome.errorType() : null));
    log.publish();
    return new InvocationResult(
        id, outcome, duration, init, firstResponse, maxMemoryUsed, log.takeTail());
  }

  /** Shuts the process down and waits for its end. */
  @Override
  public synchronized void close() {
    closed = true;
    sandbox.shutDown();
  }

  /** An invocation in one process. */
  private static final class Attempt {
    final Sandbox sandbox;
    final PendingInvocation pending;

    /** When its time began, as {@link System#nanoTime}; 0 for when the runtime gets it. */
    long begin;

    Attempt(Sandbox sandbox, PendingInvocation pending) {
      this.sandbox = sandbox;
      this.pending = pending;
    }

    long begin(long otherwise) {
      return begin != 0 ? begin : pending.delivered.getNow(otherwise);
    }

    Duration left(Duration timeout) {
      long now = System.nanoTime();
      return timeout.minusNanos(now - begin(now));
    }

    boolean beginsWithin(Duration time) throws InterruptedException, ExecutionException {
      return doneWithin(CompletableFuture.anyOf(pending.delivered, pending.outcome), time);
    }

    boolean endsWithin(Duration timeout) throws InterruptedException, ExecutionException {
      return (begin != 0 || pending.delivered.isDone() || pending.outcome.isDone())
          && doneWithin(pending.outcome, left(timeout));
    }

    private static boolean doneWithin(CompletableFuture<?> future, Duration time)
        throws InterruptedException, ExecutionException {
      try {
        future.get(time.toNanos(), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        return false;
      }
    }
  }
}
