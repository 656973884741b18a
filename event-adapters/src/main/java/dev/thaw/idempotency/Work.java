package dev.thaw.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What must happen once.
 *
 * @param <I> what it is about: an event, or one record of a batch
 * @param <O> its result
 */
@FunctionalInterface
public interface Work<I extends @Nullable Object, O extends @Nullable Object> {

  /**
   * Does it.
   *
   * @throws Exception if it is not done: it may then be done again
   */
  O run(I input) throws Exception;
}
