package dev.thaw.batch;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records were handled to their end. All others are to be reported, so that what nobody
 * thought of does not lose a record.
 */
final class Outcome {
  private final BitSet done;
  private final Records records;

  Outcome(Records records, BitSet done) {
    this.records = records;
    this.done = done;
  }

  boolean done(int index) {
    return done.get(index);
  }

  /** How many were not. */
  int failures() {
    return records.size() - done.cardinality();
  }

  /** The first that was not done, from {@code from} on; -1 if there is none. */
  int nextFailure(int from) {
    int index = done.nextClearBit(from);
    return index < records.size() ? index : -1;
  }

  /**
   * Throws if nothing at all was done.
   *
   * @param first why the first that failed did, if it did
   */
  void requireSome(@Nullable Throwable first) {
    if (done.isEmpty() && records.size() > 0) {
      throw BatchFailedException.of(records, first);
    }
  }
}
