package dev.thaw.batch;

import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Handles a batch on several virtual threads, while the invocation's own thread watches the
 * deadline and writes the log, which it alone is known to.
 */
final class ParallelRun {
  private final Records records;
  private final Options options;
  private final Invocation invocation;
  private final Deadline deadline;
  private final FailureLog log;
  private final Progress progress;
  private final List<Thread> threads = new ArrayList<>();

  ParallelRun(
      Records records, Options options, Invocation invocation, Deadline deadline, FailureLog log) {
    this.records = records;
    this.options = options;
    this.invocation = invocation;
    this.deadline = deadline;
    this.log = log;
    this.progress = new Progress(records);
  }

  BitSet run() {
    boolean interrupted = false;
    BitSet done;
    try {
      start();
      watch();
    } catch (InterruptedException e) {
      interrupted = true;
      progress.stop("Interrupted");
      interrupt();
      linger();
    } finally {
      progress.stop("Over"); // where something unforeseen is thrown, nothing more is begun either
      done = progress.close();
    }
    logFailures();
    logUnfinished(done);
    if (interrupted) {
      // It stays set: who interrupted this thread wants the invocation to end, and waits for that.
      Thread.currentThread().interrupt();
    }
    return done;
  }

  private void start() {
    int count = Math.min(options.parallel(), progress.lanes());
    ThreadFactory factory = Thread.ofVirtual().name("batch-", 1).factory();
    Runnable worker = invocation.scoped(new Worker(records, options, deadline, progress));
    while (threads.size() < count) {
      Thread thread = factory.newThread(worker);
      progress.enter();
      try {
        thread.start();
      } catch (Throwable e) {
        progress.leave();
        throw e;
      }
      threads.add(thread);
    }
  }

  /** See {@link BatchSettings#parallel}. */
  private void watch() throws InterruptedException {
    long margin = deadline.margin();
    if (awaitUntil(margin)) {
      return;
    }
    progress.stop(Deadline.NEAR);
    if (awaitUntil(margin / 2)) {
      return;
    }
    interrupt();
    awaitUntil(margin / 4);
  }

  /** Waits until all is over, which is true, or until only so much is left. */
  private boolean awaitUntil(long left) throws InterruptedException {
    while (progress.running()) {
      logFailures();
      long millis = deadline.until(left);
      if (millis <= 0) {
        return false;
      }
      progress.await(millis);
    }
    return true;
  }

  private void interrupt() {
    for (Thread thread : threads) {
      thread.interrupt();
    }
  }

  /** Gives threads that were interrupted with this one a little time to end what they can. */
  private void linger() {
    long millis = Math.min(deadline.margin(), deadline.until(0)) / 2;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (progress.running()) {
        logFailures();
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return;
        }
        progress.await(left);
      }
    } catch (InterruptedException e) {
      // Twice is enough: the caller sets the interrupt again.
    }
  }

  private void logFailures() {
    for (Progress.Failure failure = progress.nextFailure();
        failure != null;
        failure = progress.nextFailure()) {
      if (failure.dropped()) {
        log.dropped(failure.index(), failure.error());
      } else {
        log.failed(failure.index(), failure.error());
      }
    }
  }

  private void logUnfinished(BitSet done) {
    BitSet unfinished = progress.unfinished();
    for (int i = unfinished.nextSetBit(0); i >= 0; i = unfinished.nextSetBit(i + 1)) {
      log.unfinished(i);
    }
    String stopped = progress.stopped();
    int left = records.size() - done.cardinality();
    if (stopped != null && !stopped.equals("Over") && left > 0) {
      log.stopped(stopped, left);
    }
  }
}
