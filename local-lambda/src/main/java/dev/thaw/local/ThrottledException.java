package dev.thaw.local;

/** All of a function's reserved concurrency is in use. */
public final class ThrottledException extends Exception {
  private static final long serialVersionUID = 1L;

  ThrottledException(String functionName) {
    super("all reserved concurrency of " + functionName + " is in use");
  }
}
