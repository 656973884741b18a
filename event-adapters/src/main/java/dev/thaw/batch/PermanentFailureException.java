package dev.thaw.batch;

/** Says to S3 Batch Operations that a task is not to be tried again: see {@link S3Batch}. */
public final class PermanentFailureException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what the job's completion report is to say. */
  public PermanentFailureException(String message) {
    super(message);
  }

  /** The same with what has caused it. */
  public PermanentFailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
