package dev.thaw.runtime;

/** Closes the handler when the execution environment shuts down. */
final class CloseAtShutdown extends Thread {
  private final AutoCloseable handler;
  private final FunctionLog log;

  CloseAtShutdown(AutoCloseable handler, FunctionLog log) {
    super("shutdown");
    this.handler = handler;
    this.log = log;
  }

  @Override
  public void run() {
    try {
      handler.close();
    } catch (Throwable error) {
      log.error("Closing the handler failed", error);
    }
  }
}
