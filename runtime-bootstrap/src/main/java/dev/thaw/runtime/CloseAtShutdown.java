package dev.thaw.runtime;

/** Closes the handler when the execution environment shuts down, and ends the wait for events. */
final class CloseAtShutdown extends Thread {
  private final Object handler;
  private final RuntimeApi api;
  private final FunctionLog log;

  CloseAtShutdown(Object handler, RuntimeApi api, FunctionLog log) {
    super("shutdown");
    this.handler = handler;
    this.api = api;
    this.log = log;
  }

  void register() {
    try {
      Runtime.getRuntime().addShutdownHook(this);
    } catch (IllegalStateException e) {
      // The environment shuts down already, before the handler has served anything.
    }
  }

  @Override
  public void run() {
    try {
      if (handler instanceof AutoCloseable closeable) {
        closeable.close();
      }
    } catch (Throwable error) {
      log.error("Closing the handler failed", error);
    } finally {
      api.end();
    }
  }
}
