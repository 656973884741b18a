package dev.thaw.batch;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a batch may be begun. Of each lane one is at most: there are never more ready
 * records than lanes that wait, and who has ended a record finds its successor ready. Used under
 * the lock of its owner.
 */
final class Schedule {
  private static final int NONE = -1;

  private final Records records;
  private final BitSet ready = new BitSet();
  private final int[] successors;

  /** The earliest failure of each line. */
  private final Map<Object, Integer> failures = new HashMap<>();

  Schedule(Records records) {
    this.records = records;
    this.successors = new int[records.size()];
    Map<Object, Integer> last = new HashMap<>();
    for (int i = 0; i < successors.length; i++) {
      successors[i] = NONE;
      Object lane = records.lane(i);
      Integer previous = lane == null ? null : last.put(lane, i);
      if (previous == null) {
        ready.set(i);
      } else {
        successors[previous] = i;
      }
    }
  }

  int lanes() {
    return ready.cardinality();
  }

  /** The first record that may be begun, or -1 if there is none now. */
  int take() {
    while (true) {
      int index = ready.nextSetBit(0);
      if (index < 0) {
        return NONE;
      }
      ready.clear(index);
      if (!ended(index)) {
        return index;
      }
      // So are all that follow it in its lane.
    }
  }

  private boolean ended(int index) {
    Object line = records.line(index);
    Integer failure = line == null ? null : failures.get(line);
    return failure != null && failure < index;
  }

  /** A record has ended: the next of its lane may begin. */
  void ended(int index, boolean failed) {
    if (failed) {
      fail(index, records.line(index));
    }
    if (successors[index] != NONE) {
      ready.set(successors[index]);
    }
  }

  private void fail(int index, @Nullable Object line) {
    if (line != null) {
      Integer earlier = failures.get(line);
      if (earlier == null || index < earlier) {
        failures.put(line, index);
      }
    }
  }
}
