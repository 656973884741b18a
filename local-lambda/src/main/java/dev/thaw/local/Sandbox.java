package dev.thaw.local;

import java.io.IOException;
import java.time.Duration;

/** A runtime's process and the Runtime API that it polls. */
final class Sandbox {
  /**
   * 30 % of the 500 ms that an environment with internal extensions has
   * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).
   */
  private static final Duration GRACE = Duration.ofMillis(150);

  private static final Duration MANAGED_GRACE = Duration.ofMillis(600);

  private final FunctionConfiguration function;
  private final RuntimeApiServer api;
  private final RuntimeProcess process;
  private volatile boolean dead;

  private Sandbox(FunctionConfiguration function, RuntimeApiServer api, RuntimeProcess process) {
    this.function = function;
    this.api = api;
    this.process = process;
  }

  /**
   * Starts the process.
   *
   * @throws IOException if the bootstrap cannot be started
   */
  static Sandbox start(FunctionConfiguration function, EnvironmentLog log) throws IOException {
    RuntimeApiServer.Builder builder =
        RuntimeApiServer.builder()
            .function(function.name(), FunctionConfiguration.VERSION, function.handler())
            .concurrency(function.maxConcurrency())
            .invocationIds()
            .withoutRecords();
    RuntimeApiServer api = function.snapStart() ? builder.snapStart().start() : builder.start();
    try {
      RuntimeProcess process =
          RuntimeProcess.start(function, LambdaVariables.of(function, api.endpoint()));
      Thread.ofVirtual()
          .name("log-" + function.name())
          .start(() -> log.collect(process.output(), process::alive));
      Sandbox sandbox = new Sandbox(function, api, process);
      sandbox.watch();
      return sandbox;
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  RuntimeApiServer api() {
    return api;
  }

  RuntimeProcess process() {
    return process;
  }

  boolean dead() {
    return dead;
  }

  /** Ends the invocations at hand when the init phase fails, or the process exits. */
  private void watch() {
    var _ = api.initError().thenAccept(this::fail);
    var _ = api.restoreError().thenAccept(this::fail);
    var _ = api.extensionError().thenAccept(this::fail);
    // There is no snapshot to wait for: the environment goes on as the one that was restored.
    var _ = api.restoreNext().thenRun(api::restore);
    var _ =
        process
            .exited()
            .thenRun(
                () -> {
                  dead = true;
                  api.endAll(this::exitError);
                });
  }

  private void fail(InvocationOutcome error) {
    dead = true;
    api.endAll(request -> error);
  }

  private InvocationOutcome exitError(InvocationRequest request) {
    return InvocationOutcome.platformError(
        "Runtime.ExitError",
        "RequestId: " + request.requestId() + " Error: " + process.exitMessage());
  }

  /** Kills the process and waits for its end. */
  void kill() {
    dead = true;
    process.kill();
    process.awaitEnd();
  }

  /** Ends it: a process that has registered an extension is told so by SIGTERM. */
  void shutDown() {
    dead = true;
    if (process.alive() && !api.extensions().isEmpty()) {
      process.shutDown(function.maxConcurrency() > 0 ? MANAGED_GRACE : GRACE);
    }
    process.kill();
    api.close();
    process.awaitEnd();
  }
}
