package dev.thaw.batch;

import org.jspecify.annotations.Nullable;

/**
 * Makes something of one record of a batch.
 *
 * @param <R> the record
 * @param <T> the result
 */
@FunctionalInterface
public interface RecordFunction<R, T extends @Nullable Object> {

  /**
   * Handles one record. In a parallel batch several threads call it at a time.
   *
   * @throws Exception if it failed: the record is reported
   */
  T apply(R record) throws Exception;
}
