package com.amazonaws.services.lambda.runtime;

import dev.thaw.runtime.SharedLog;
import org.jspecify.annotations.NullMarked;

/** How AWS's appenders for Log4j say that they are there. */
@NullMarked
public final class LambdaRuntimeInternal {
  private LambdaRuntimeInternal() {}

  /**
   * Called by an appender's static initializer.
   *
   * @param useLog4jAppender whether Log4j is to be told the id of each request
   */
  public static void setUseLog4jAppender(boolean useLog4jAppender) {
    SharedLog.tellLog4j(useLog4jAppender);
  }

  /**
   * What was said last.
   *
   * @return false if nothing was
   */
  public static boolean getUseLog4jAppender() {
    return SharedLog.tellsLog4j();
  }
}
