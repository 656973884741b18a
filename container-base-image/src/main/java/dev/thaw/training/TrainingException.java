package dev.thaw.training;

/** A function that cannot be trained; the message says why. */
final class TrainingException extends Exception {
  private static final long serialVersionUID = 1;

  TrainingException(String message) {
    super(message);
  }
}
