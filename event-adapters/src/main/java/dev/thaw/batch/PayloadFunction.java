package dev.thaw.batch;

import org.jspecify.annotations.Nullable;

/**
 * Makes something of one record of a batch.
 *
 * @param <P> the payload
 * @param <R> the record
 * @param <T> the result
 */
@FunctionalInterface
public interface PayloadFunction<P, R, T extends @Nullable Object> {

  /**
   * Handles one payload. In a parallel batch several threads call it at a time.
   *
   * @param payload what the record carries
   * @param record the record, with its identifiers
   * @throws Exception if it failed: the record is reported
   */
  T apply(P payload, R record) throws Exception;
}
