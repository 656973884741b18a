package dev.thaw.batch;

/** Says to the engine that a record was not handled because its payload could not be read. */
final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private UndecodableException(RuntimeException cause) {
    super(null, cause, false, false);
  }

  /** Returned as what every Java has loaded: who may throw it need not load this class. */
  static RuntimeException of(RuntimeException cause) {
    return new UndecodableException(cause);
  }
}
