package dev.thaw.runtime;

/** Waits for threads of the runtime's own, whatever the function does with its interrupt flag. */
final class Joining {
  private Joining() {}

  /** Waits for the end of a thread; an interrupt that comes meanwhile, or came before, is kept. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
