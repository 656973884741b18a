package dev.thaw.batch;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** How far a parallel batch is: all that its threads share, under one lock. */
final class Progress {
  private final Schedule schedule;
  private final BitSet done;
  private final BitSet begun = new BitSet();
  private final Queue<Failure> failures = new ArrayDeque<>();
  private int running;

  /** Why no record is begun any more. */
  private @Nullable String stopped;

  /** Whether the response is being written: no record counts as done any more. */
  private boolean closed;

  /**
   * A record that failed, to be logged.
   *
   * @param dropped whether it counts as handled nevertheless
   */
  record Failure(int index, Throwable error, boolean dropped) {}

  Progress(Records records) {
    schedule = new Schedule(records);
    done = new BitSet(records.size());
  }

  synchronized int lanes() {
    return schedule.lanes();
  }

  synchronized void enter() {
    running++;
  }

  synchronized void leave() {
    running--;
    notifyAll();
  }

  /**
   * Begins a record.
   *
   * @return -1 if there is none for this thread: those that others work on have successors, which
   *     they will take themselves
   */
  synchronized int take() {
    int index = stopped == null ? schedule.take() : -1;
    if (index >= 0) {
      begun.set(index);
    }
    return index;
  }

  synchronized void succeeded(int index) {
    end(index, false);
  }

  synchronized void failed(int index, Throwable error, boolean dropped) {
    if (end(index, !dropped)) {
      failures.add(new Failure(index, error, dropped));
      notifyAll();
    }
  }

  private boolean end(int index, boolean failed) {
    if (closed) {
      return false; // too late: it is reported as unfinished
    }
    begun.clear(index);
    if (!failed) {
      done.set(index);
    }
    schedule.ended(index, failed);
    return true;
  }

  /** Begins no more; the first reason stands. */
  synchronized void stop(String reason) {
    if (stopped == null) {
      stopped = reason;
    }
  }

  synchronized @Nullable String stopped() {
    return stopped;
  }

  synchronized boolean running() {
    return running > 0;
  }

  /**
   * Waits until a record has failed, the last thread has left, or so many milliseconds are over.
   */
  @SuppressWarnings("WaitNotInLoop") // its caller asks again what there is to do
  synchronized void await(long millis) throws InterruptedException {
    if (running > 0 && failures.isEmpty()) {
      wait(millis);
    }
  }

  synchronized @Nullable Failure nextFailure() {
    return failures.poll();
  }

  /** Ends it all. */
  synchronized BitSet close() {
    closed = true;
    return done;
  }

  /** After the end, which were begun and are still being handled. */
  synchronized BitSet unfinished() {
    return begun;
  }
}
