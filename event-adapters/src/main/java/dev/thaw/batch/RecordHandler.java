package dev.thaw.batch;

/**
 * Handles one record of a batch.
 *
 * @param <R> the record
 */
@FunctionalInterface
public interface RecordHandler<R> {

  /**
   * Handles one record. In a parallel batch several threads call it at a time.
   *
   * @throws Exception if it failed: the record is reported, and so retried
   */
  void handle(R record) throws Exception;
}
