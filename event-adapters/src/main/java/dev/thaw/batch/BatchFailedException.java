package dev.thaw.batch;

/**
 * Not one record of a batch was handled, and the batch was told to {@linkplain
 * BatchSettings#failWhenAllFailed fail} then. The reasons are in the log.
 */
public final class BatchFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BatchFailedException(String message) {
    super(message);
  }
}
