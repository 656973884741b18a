package dev.thaw.batch;

import org.jspecify.annotations.Nullable;

/**
 * Not one record of a batch was handled, and the batch was told to {@linkplain
 * BatchSettings#failWhenAllFailed fail} then. The reasons are in the log.
 */
public final class BatchFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private BatchFailedException(String message) {
    super(message);
  }

  /** Returned as what every Java has loaded: who may throw it need not load this class. */
  static RuntimeException of(Records records, @Nullable Throwable first) {
    return new BatchFailedException(
        "All "
            + records.size()
            + " of the batch failed, first "
            + records.kind()
            + " "
            + records.id(0)
            + (first == null ? ": the time was over" : ": " + first.getClass().getName()));
  }
}
