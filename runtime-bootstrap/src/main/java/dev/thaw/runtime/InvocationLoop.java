package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The invoke phase: one event after the other, until Lambda ends the process. */
final class InvocationLoop {
  /** Lambda's limit of 6 MB and what it allows for the envelope; it refuses anything above. */
  static final int MAX_RESPONSE = 6 * 1024 * 1024 + 100;

  private static final byte[] NONE = new byte[0];

  private final RuntimeApi api;
  private final Function function;
  private final InvocationScope scope;
  private final FunctionLog log;
  private final JsonWriter json = new JsonWriter();

  /** Given up when the heap is full, so that there is room to report it. */
  @SuppressWarnings("UnusedVariable")
  private byte[] reserve = new byte[32 * 1024];

  /** Whether the caller knows how the current invocation failed. */
  private boolean told;

  InvocationLoop(RuntimeApi api, Function function, InvocationScope scope, FunctionLog log) {
    this.api = api;
    this.function = function;
    this.scope = scope;
    this.log = log;
  }

  /**
   * Runs until the Runtime API gives no more invocations.
   *
   * @throws IOException if it breaks off: the process cannot go on
   * @throws Error after it was reported, if the process cannot be trusted any more: see {@link
   *     Throwables#fatal}
   */
  void run() throws IOException {
    Thread.interrupted(); // one that the constructor has left must not hit the first invocation
    while (true) {
      once();
    }
  }

  /** Waits for one invocation and serves it. */
  void once() throws IOException {
    NextInvocation next = null;
    told = false;
    try {
      next = api.next();
      scope.serve(next, this);
    } catch (OutOfMemoryError e) {
      // A function may go on with a full heap, until it is the runtime that finds no room.
      if (!told) {
        reserve = NONE;
        if (next == null) {
          api.logOutOfMemory();
        } else {
          api.failOutOfMemory(next);
        }
      }
      throw e;
    }
  }

  /** Serves one invocation; the scope calls it. */
  void serve(NextInvocation next) throws IOException {
    Exchange exchange = new Exchange(json, api, next);
    Payload response;
    try {
      log.entering(next);
      InvocationContext context = new InvocationContext(next, log, scope, scope.takeFirst());
      response = function.invoke(next.event(), context, exchange);
      if (response != null && response.length() > MAX_RESPONSE) {
        throw new ResponseTooLargeException(response.length(), MAX_RESPONSE);
      }
    } catch (Throwable error) {
      Thread.interrupted(); // nor its own report
      fail(next, exchange.stream(), error);
      return;
    } finally {
      log.leaving();
      Thread.interrupted(); // an interrupt that nobody noticed must not hit the next invocation
    }
    StreamedResponse stream = exchange.stream();
    if (response != null) {
      api.respond(next, response);
    } else if (stream != null) {
      stream.finish();
    }
  }

  private void fail(NextInvocation next, @Nullable StreamedResponse stream, Throwable error)
      throws IOException {
    if (error instanceof OutOfMemoryError) {
      reserve = NONE;
    }
    boolean begun = stream != null && !stream.abandon();
    ErrorReport report = null;
    try {
      if (stream == null || !begun || !stream.isLost(error)) {
        log.error("Invocation " + next.requestId() + " failed", error);
      }
      if (!begun) {
        report =
            error instanceof ResponseTooLargeException
                ? ErrorReport.of("Function.ResponseSizeTooLarge", error)
                : ErrorReport.function(error);
      }
    } catch (VirtualMachineError | LinkageError e) {
      // Where memory is exhausted, of the heap or for classes, not even this may be possible.
      reserve = NONE;
      told = true;
      if (begun) {
        api.logOutOfMemory();
      } else {
        api.failOutOfMemory(next);
      }
      throw e;
    }
    if (report != null) {
      api.fail(next, report);
    } else if (stream != null) {
      stream.fail(error);
    }
    told = true;
    Error fatal = Throwables.fatal(error);
    if (fatal != null) {
      throw fatal;
    }
  }
}
