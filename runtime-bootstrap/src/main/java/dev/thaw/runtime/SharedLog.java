package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** The log of the process, for the runtime's classes in other packages, and those in AWS's. */
public final class SharedLog {
  private SharedLog() {}

  /** The function's log. */
  public static LambdaLogger logger() {
    return FunctionLog.PROCESS;
  }

  /** Warns of something that the runtime itself has found. */
  public static void warn(String message) {
    FunctionLog.PROCESS.warn(message);
  }

  /** Says whether Log4j is to be told the id of each request, from the present one on. */
  public static void tellLog4j(boolean tell) {
    FunctionLog.PROCESS.log4j(tell ? Log4jContext.of(SharedLog.class.getClassLoader()) : null);
  }

  /** Whether Log4j is told. */
  public static boolean tellsLog4j() {
    return FunctionLog.PROCESS.log4j() != null;
  }
}
