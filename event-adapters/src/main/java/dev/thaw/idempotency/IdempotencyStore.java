package dev.thaw.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where it is kept what is in progress and what is done: one record a key.
 *
 * <p>A store makes three promises. Of several callers that {@linkplain #begin begin} with the same
 * key at the same time exactly one is told {@link Started}. A record counts until its time has come
 * and not a millisecond longer, whether or not it is still there. And only the caller that has
 * begun may change the record: where its token is not the record's any more, nothing happens.
 *
 * <p>All times are the caller's; a store has no clock. Its methods are called by many threads. What
 * they throw fails the call of {@link Idempotent}, as an {@link IdempotencyStoreException}; before
 * the work that means that nothing is done.
 */
public interface IdempotencyStore {

  /**
   * Keeps the lock, if there is no record with its key or if the time of the one there is has come.
   *
   * <p>A record that has the lock's own token is that of a first attempt whose answer was lost:
   * then this has begun, too.
   *
   * @param now the caller's time
   */
  Outcome begin(IdempotencyLock lock, Instant now);

  /**
   * Turns the record into one of work that is done, if it still has the lock's token.
   *
   * @param result JSON, or null if the result is not to be kept
   * @param expires when the work may be done again
   * @return false, with nothing changed, if the record is another's by now or gone
   */
  boolean complete(IdempotencyLock lock, @Nullable String result, Instant expires);

  /** Deletes the record, if it still has the lock's token. */
  void release(IdempotencyLock lock);

  /** The longest result that {@link #complete} takes, in bytes of UTF-8. */
  int maxResultBytes();

  /** What {@link #begin} found. */
  sealed interface Outcome {}

  /** The lock is kept: the caller may begin. */
  record Started() implements Outcome {}

  /**
   * Another caller has begun.
   *
   * @param fingerprint that of the other's payload, if it is checked
   * @param until when the other's record expires if it is not done by then
   */
  record InProgress(@Nullable String fingerprint, Instant until) implements Outcome {}

  /**
   * The work was done before.
   *
   * @param fingerprint that of its payload, if it is checked
   * @param result JSON, or null if it was not kept
   */
  record Completed(@Nullable String fingerprint, @Nullable String result) implements Outcome {}
}
