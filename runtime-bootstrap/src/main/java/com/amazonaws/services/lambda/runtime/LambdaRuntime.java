package com.amazonaws.services.lambda.runtime;

import dev.thaw.runtime.SharedLog;
import org.jspecify.annotations.NullMarked;

/** Where a function finds its log outside of an invocation. */
@NullMarked
public final class LambdaRuntime {
  private LambdaRuntime() {}

  /**
   * The function's log.
   *
   * @return the one that invocations have, too
   */
  public static LambdaLogger getLogger() {
    return SharedLog.logger();
  }
}
