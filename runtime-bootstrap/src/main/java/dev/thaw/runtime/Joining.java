package dev.thaw.runtime;

/** Waits for threads of the runtime's own, whatever the function does with its interrupt flag. */
final class Joining {
  private Joining() {}

  /** Waits for the end of a thread; an interrupt that comes meanwhile, or came before, is kept. */
  static void join(Thread thread) {
    join(thread, Long.MAX_VALUE);
  }

  /** The same, but gives up after so many milliseconds. */
  static void join(Thread thread, long millis) {
    long begin = System.nanoTime();
    long left = millis;
    boolean interrupted = false;
    while (left > 0 && thread.isAlive()) {
      try {
        thread.join(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = millis - (System.nanoTime() - begin) / 1_000_000;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
