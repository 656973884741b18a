package dev.thaw.batch;

import org.jspecify.annotations.Nullable;

/**
 * Handles one record of a batch and what it carries.
 *
 * @param <P> the payload
 * @param <R> the record
 */
@FunctionalInterface
public interface PayloadHandler<P extends @Nullable Object, R> {

  /**
   * Handles one payload. In a parallel batch several threads call it at a time.
   *
   * @param payload what the record carries
   * @param record the record, with its identifiers and attributes
   * @throws Exception if it failed: the record is reported, and so retried
   */
  void handle(P payload, R record) throws Exception;
}
