package dev.thaw.runtime;

import java.io.IOException;

/**
 * What surrounds an invocation, so that code which is not handed it finds it and its trace: the log
 * and the tracing libraries.
 */
interface InvocationScope extends CurrentInvocation {

  /** Whether no invocation has begun yet; true once. */
  boolean takeFirst();

  /** Surrounds what another thread is to do for an invocation. */
  Runnable scoped(NextInvocation next, FunctionLog log, Runnable work);

  /**
   * Serves an invocation, surrounded.
   *
   * @throws IOException as the loop does
   */
  void serve(NextInvocation next, InvocationLoop loop) throws IOException;
}
