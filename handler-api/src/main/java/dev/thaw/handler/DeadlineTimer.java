package dev.thaw.handler;

import java.util.concurrent.DelayQueue;

/** The thread that looks after all invocations of one {@link DeadlineGuard}. */
record DeadlineTimer(DelayQueue<DeadlineWatch> watches) implements Runnable {

  @Override
  public void run() {
    try {
      while (true) {
        DeadlineWatch watch = watches.take();
        if (fire(watch)) {
          watches.add(watch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does; if somebody should, the thread ends
    }
  }

  /** A logger that fails must not end the watch over later invocations. */
  private static boolean fire(DeadlineWatch watch) {
    try {
      return watch.fire();
    } catch (RuntimeException e) {
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, e);
      return false;
    }
  }
}
