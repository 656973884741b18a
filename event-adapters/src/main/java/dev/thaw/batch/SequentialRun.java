package dev.thaw.batch;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handles a batch on the invocation's own thread, record after record. */
final class SequentialRun {
  static final String FATAL = "No more is trusted to this JVM";

  private final Records records;
  private final Options options;
  private final Deadline deadline;
  private final FailureLog log;
  private final BitSet done;
  private @Nullable Set<Object> ended;

  SequentialRun(Records records, Options options, Deadline deadline, FailureLog log) {
    this.records = records;
    this.options = options;
    this.deadline = deadline;
    this.log = log;
    this.done = new BitSet(records.size());
  }

  BitSet run() {
    for (int i = 0; i < records.size(); i++) {
      String stop = reasonToStop();
      if (stop != null) {
        log.stopped(stop, records.size() - done.cardinality());
        break;
      }
      if (!ended(records.line(i)) && !handle(i)) {
        log.stopped(FATAL, records.size() - done.cardinality());
        break;
      }
    }
    return done;
  }

  private @Nullable String reasonToStop() {
    if (Thread.currentThread().isInterrupted()) {
      // It stays set: who interrupted this thread wants the invocation to end, and waits for that.
      return "Interrupted";
    }
    return deadline.reached() ? Deadline.NEAR : null;
  }

  private boolean ended(@Nullable Object line) {
    return ended != null && line != null && ended.contains(line);
  }

  /** Whether the batch can go on. */
  private boolean handle(int index) {
    try {
      records.handle(index);
      done.set(index);
      return true;
    } catch (Throwable error) {
      if (error instanceof UndecodableException && options.dropUndecodable()) {
        log.dropped(index, error);
        done.set(index);
        return true;
      }
      if (error instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      log.failed(index, error);
      end(records.line(index));
      return !Engine.fatal(error);
    }
  }

  private void end(@Nullable Object line) {
    if (line != null) {
      if (ended == null) {
        ended = new HashSet<>();
      }
      ended.add(line);
    }
  }
}
