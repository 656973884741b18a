package dev.thaw.batch;

import java.time.Duration;

/**
 * How a batch is run.
 *
 * @param parallel how many records are handled at a time; 1 on the invocation's own thread
 * @param margin how long before the deadline no more record is begun
 * @param failWhenAllFailed whether an invocation fails of which no record was handled
 * @param dropUndecodable whether a record whose payload cannot be read counts as handled
 */
record Options(int parallel, Duration margin, boolean failWhenAllFailed, boolean dropUndecodable) {
  static final Options DEFAULT = new Options(1, Duration.ofSeconds(1), false, false);

  Options {
    if (parallel < 1) {
      throw new IllegalArgumentException("A batch needs at least one thread, not " + parallel);
    }
    if (margin.isNegative()) {
      throw new IllegalArgumentException("The margin before the deadline must not be negative");
    }
  }

  Options withParallel(int threads) {
    return new Options(threads, margin, failWhenAllFailed, dropUndecodable);
  }

  Options withMargin(Duration before) {
    return new Options(parallel, before, failWhenAllFailed, dropUndecodable);
  }

  Options failingWhenAllFailed() {
    return new Options(parallel, margin, true, dropUndecodable);
  }

  Options droppingUndecodable() {
    return new Options(parallel, margin, failWhenAllFailed, true);
  }
}
