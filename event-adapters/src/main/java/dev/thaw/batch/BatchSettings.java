package dev.thaw.batch;

import java.time.Duration;

/**
 * What can be said of every batch. Settings do not change: each method returns others, so that one
 * instance, made in a handler's constructor, serves all invocations.
 *
 * @param <S> the batch itself
 */
public abstract sealed class BatchSettings<S extends BatchSettings<S>>
    permits SqsBatch, KinesisBatch, DynamodbBatch, KafkaBatch, S3Batch, FirehoseTransform {
  final Options options;

  BatchSettings(Options options) {
    this.options = options;
  }

  abstract S with(Options options);

  /**
   * Handles so many records at a time, each on a virtual thread. What the invocation's thread did
   * before is visible to them, and what they did is visible to it afterwards; thread locals and
   * scoped values of the invocation's thread are not. Their log lines and their trace are the
   * invocation's.
   *
   * <p>Records that are still handled when half of the {@linkplain #margin margin} is gone are
   * interrupted; those that have not ended at its third quarter are reported as failed, though they
   * may go on: Java cannot stop them.
   *
   * @param threads at least 1; 1, the default, is the invocation's own thread
   */
  public S parallel(int threads) {
    return with(options.withParallel(threads));
  }

  /**
   * Begins no record when less than so much is left of the invocation, and reports those that were
   * not begun as failed. An invocation that begins with less than twice as much left stops halfway,
   * so that a short timeout does not end in nothing being done.
   *
   * @param beforeDeadline a second by default; it should be longer than a record takes. On the
   *     invocation's own thread a record that takes longer is not interrupted, unless by a {@link
   *     dev.thaw.handler.DeadlineGuard}
   */
  public S margin(Duration beforeDeadline) {
    return with(options.withMargin(beforeDeadline));
  }

  /**
   * Fails the invocation, with a {@link BatchFailedException}, if no record at all was handled. The
   * records are retried either way, but only a failed invocation is counted by Lambda's metric
   * {@code Errors}, slows the event source mapping of a queue down, and has a stream's batch
   * bisected.
   */
  public S failWhenAllFailed() {
    return with(options.failingWhenAllFailed());
  }
}
