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

/**
 * One execution environment: a Runtime API and the process that polls it. It carries out one
 * invocation at a time.
 *
 * <p>Unlike Lambda, it does not repeat a failed or slow init phase within the first invocation: an
 * init error is the caller's at once, and a slow one has 10 seconds and the function's timeout.
 */
final class ExecutionEnvironment implements AutoCloseable {
  private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

  private final FunctionConfiguration function;
  private final RuntimeApiServer api;
  private final EnvironmentLog log;
  private final RuntimeProcess process;
  private boolean initialized;
  private int maxMemoryUsed;
  private volatile boolean dead;

  private ExecutionEnvironment(
      FunctionConfiguration function,
      RuntimeApiServer api,
      EnvironmentLog log,
      RuntimeProcess process) {
    this.function = function;
    this.api = api;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the process; its init phase runs while the first invocation waits.
   *
   * @throws IOException if the bootstrap cannot be started
   */
  static ExecutionEnvironment start(FunctionConfiguration function, LogListener listener)
      throws IOException {
    RuntimeApiServer api = RuntimeApiServer.builder().withoutRecords().invocationIds().start();
    try {
      EnvironmentLog log = new EnvironmentLog(function.name(), listener);
      RuntimeProcess process =
          RuntimeProcess.start(function, LambdaVariables.of(function, api.endpoint()));
      Thread.ofVirtual()
          .name("log-" + function.name())
          .start(() -> log.collect(process.output(), process::alive));
      ExecutionEnvironment environment = new ExecutionEnvironment(function, api, log, process);
      environment.watch();
      return environment;
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  /** Whether it can take another invocation. */
  boolean alive() {
    return !dead;
  }

  InvocationResult invoke(InvocationRequest request) throws InterruptedException {
    boolean cold = !initialized;
    initialized = true;
    PendingInvocation pending =
        api.offer(request.timeout(function.timeout()), () -> logStart(request));
    InvocationOutcome outcome = await(pending, cold);
    maxMemoryUsed = Math.max(maxMemoryUsed, process.maxMemoryUsed());
    if (dead) {
      log.end(process.output());
    } else {
      log.flush(process.output());
    }
    InvocationResult result = report(pending, outcome, cold);
    if (!ready(pending)) {
      close();
    }
    return result;
  }

  private void logStart(InvocationRequest request) {
    log.flush(process.output());
    log.line(ReportLines.start(request.requestId()));
  }

  /** Ends the invocation at hand when the runtime reports an init error or exits. */
  private void watch() {
    var _ =
        api.initError()
            .thenAccept(
                error -> {
                  dead = true;
                  api.endAll(request -> error);
                });
    var _ =
        process
            .exited()
            .thenRun(
                () -> {
                  dead = true;
                  api.endAll(this::exitError);
                });
  }

  private InvocationOutcome exitError(InvocationRequest request) {
    return InvocationOutcome.platformError(
        "Runtime.ExitError",
        "RequestId: " + request.requestId() + " Error: " + process.exitMessage());
  }

  private InvocationOutcome await(PendingInvocation pending, boolean cold)
      throws InterruptedException {
    try {
      Duration untilDelivered = cold ? function.timeout().plus(INIT_LIMIT) : function.timeout();
      if (!doneWithin(
          CompletableFuture.anyOf(pending.delivered, pending.outcome), untilDelivered)) {
        return timedOut(pending);
      }
      return doneWithin(pending.outcome, timeLeft(pending))
          ? pending.outcome.join()
          : timedOut(pending);
    } catch (ExecutionException e) {
      return InvocationOutcome.platformError(
          "Sandbox.Failure", "RequestId: " + pending.request.requestId() + " Error: shut down");
    }
  }

  private Duration timeLeft(PendingInvocation pending) {
    long delivered = pending.delivered.getNow(System.nanoTime());
    return function.timeout().minusNanos(System.nanoTime() - delivered);
  }

  private InvocationOutcome timedOut(PendingInvocation pending) {
    dead = true;
    String seconds = ReportLines.seconds(function.timeout());
    String id = pending.request.requestId();
    api.end(
        pending.request,
        InvocationOutcome.platformError(
            "Sandbox.Timedout",
            "RequestId: " + id + " Error: Task timed out after " + seconds + " seconds"));
    maxMemoryUsed = Math.max(maxMemoryUsed, process.maxMemoryUsed());
    process.kill();
    process.awaitEnd();
    log.end(process.output());
    log.line(
        Instant.now().truncatedTo(ChronoUnit.MILLIS)
            + " "
            + id
            + " Task timed out after "
            + seconds
            + " seconds");
    return pending.outcome.join();
  }

  private InvocationResult report(
      PendingInvocation pending, InvocationOutcome outcome, boolean cold) {
    String id = pending.request.requestId();
    long delivered = pending.delivered.getNow(outcome.nanoTime());
    Duration duration = RuntimeProcess.since(delivered, outcome.nanoTime());
    Optional<Duration> init =
        cold
            ? Optional.of(
                RuntimeProcess.since(
                    process.startNanos(), api.firstNext().getNow(outcome.nanoTime())))
            : Optional.empty();
    Optional<Duration> firstResponse =
        cold && outcome.succeeded()
            ? Optional.of(RuntimeProcess.since(process.startNanos(), outcome.nanoTime()))
            : Optional.empty();
    if (!pending.delivered.isDone()) {
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
            dead ? outcome.errorType() : null));
    log.publish();
    return new InvocationResult(
        id, outcome, duration, init, firstResponse, maxMemoryUsed, log.takeTail());
  }

  /** Lambda's invoke phase ends when the runtime asks for the next event, not with its answer. */
  private boolean ready(PendingInvocation pending) throws InterruptedException {
    return !dead && api.awaitNext(timeLeft(pending));
  }

  /** Whether the future is done, with a value, in time. */
  private static boolean doneWithin(CompletableFuture<?> future, Duration timeout)
      throws InterruptedException, ExecutionException {
    try {
      future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Kills the process and waits for its end. */
  @Override
  public void close() {
    dead = true;
    process.kill();
    api.close();
    process.awaitEnd();
  }
}
