package dev.thaw.runtime;

import dev.thaw.handler.Environment;
import dev.thaw.handler.Primed;
import java.io.IOError;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the process starts: builds the handler, then serves invocations. */
public final class Bootstrap {
  /** Set where an execution environment takes several invocations at a time. */
  static final String MAX_CONCURRENCY = "AWS_LAMBDA_MAX_CONCURRENCY";

  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

  private Bootstrap() {}

  /**
   * Runs the function that Lambda's environment variables describe.
   *
   * @param args none
   */
  public static void main(String[] args) {
    prepare();
    int status = run(FunctionLog.PROCESS);
    // The function may have left one, which would break off the end of a native executable.
    var _ = Thread.interrupted();
    System.exit(status);
  }

  /**
   * Empty, since the launcher has prepared the JVM; a native executable has another method here.
   */
  private static void prepare() {}

  /**
   * A native executable has another method here, which chooses among the handlers that it holds.
   */
  @SuppressWarnings("RedundantThrows") // the other one does
  private static String setting() throws ReflectiveOperationException {
    return variable("_HANDLER");
  }

  private static int run(FunctionLog log) {
    RuntimeApi api;
    try {
      api = new RuntimeApi(HttpAddress.parse(variable("AWS_LAMBDA_RUNTIME_API")), log);
    } catch (IllegalArgumentException e) {
      log.error("Thaw cannot start", e);
      return 1;
    }
    api.openInBackground();
    if (!FunctionCache.fits(log)) {
      api.close();
      Restart.withLayerCache(log);
    }
    api.registerExtension();
    try {
      Function function = initialize(api, log);
      if (function == null) {
        return 1;
      }
      if (variable(INITIALIZATION_TYPE).equals("snap-start") && !new Snapshot(api, log).take()) {
        return Snapshot.HOOK_FAILED;
      }
      serve(api, function, log);
      return 0;
    } catch (IOException e) {
      if (!api.ending()) {
        log.error("The Runtime API broke off", e);
      }
      return 1;
    } catch (VirtualMachineError | IOError e) {
      return 1; // reported and logged by the loop
    } catch (Throwable e) {
      // Threads of the function must not keep alive a process that answers no more.
      log.error("Thaw broke down", e);
      return 1;
    } finally {
      api.leave();
    }
  }

  private static void serve(RuntimeApi api, Function function, FunctionLog log) throws Throwable {
    String setting = variable(MAX_CONCURRENCY);
    if (!setting.isEmpty()) {
      int concurrency = ConcurrentLoops.concurrency(setting);
      InvocationScope several = new SeveralInvocations(Bootstrap.class.getClassLoader());
      log.current(several);
      new ConcurrentLoops(concurrency, api, function, several, log).run();
    } else {
      InvocationScope one = new OneInvocation();
      log.current(one);
      new InvocationLoop(api, function, one, log).run();
    }
  }

  /** The init phase; null if it failed, which has then been reported. */
  private static @Nullable Function initialize(RuntimeApi api, FunctionLog log) throws IOException {
    try {
      String concurrency = variable(MAX_CONCURRENCY);
      if (!concurrency.isEmpty()) {
        var _ = ConcurrentLoops.concurrency(concurrency);
      }
      Environment environment = Environment.collecting(System.getenv());
      if (environment.training()) {
        log.rehearse();
      }
      ClassLoader loader = Bootstrap.class.getClassLoader();
      Interceptors interceptors = Interceptors.named(environment, loader);
      LoadedHandler loaded = new HandlerLoader(environment, interceptors).load(setting(), loader);
      Object handler = loaded.handler();
      new CloseAtShutdown(handler, api, log).register();
      if (handler instanceof Primed primed && primes(environment)) {
        primed.prime();
      }
      if (!interceptors.isEmpty()) {
        interceptors.initialized(ProcessStart.instant(), Instant.now());
      }
      return loaded.function();
    } catch (Throwable error) {
      try {
        log.error("The init phase failed", error);
        api.failInit(
            error instanceof HandlerException
                ? ErrorReport.of("Runtime.BadFunctionCode", error)
                : ErrorReport.function(error));
      } catch (VirtualMachineError | LinkageError e) {
        api.failOutOfMemory(null);
      }
      return null;
    }
  }

  /** Where nobody waits for the init phase. */
  private static boolean primes(Environment environment) {
    return environment.training()
        || switch (environment.get(INITIALIZATION_TYPE, "on-demand")) {
          case "snap-start", "provisioned-concurrency", "lambda-managed-instances" -> true;
          default -> false;
        };
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }
}
