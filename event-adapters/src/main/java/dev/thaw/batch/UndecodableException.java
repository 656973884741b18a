package dev.thaw.batch;

/** Says to the engine that a record was not handled because its payload could not be read. */
final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UndecodableException(RuntimeException cause) {
    super(null, cause, false, false);
  }
}
