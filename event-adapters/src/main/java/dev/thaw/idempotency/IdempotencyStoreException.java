package dev.thaw.idempotency;

/** The {@link IdempotencyStore} failed; its exception is the cause. */
public final class IdempotencyStoreException extends IdempotencyException {
  private static final long serialVersionUID = 1;

  private final boolean done;

  private IdempotencyStoreException(String message, boolean done, RuntimeException cause) {
    super(message, cause);
    this.done = done;
  }

  static IdempotencyStoreException before(String name, RuntimeException cause) {
    return new IdempotencyStoreException(
        "\"" + name + "\" was not begun: the store of its records failed", false, cause);
  }

  static IdempotencyStoreException after(String name, RuntimeException cause) {
    return new IdempotencyStoreException(
        "\"" + name + "\" was done, but that could not be recorded: it may be done twice",
        true,
        cause);
  }

  /** Whether the work was done before the store failed; if not, it was not begun. */
  public boolean done() {
    return done;
  }
}
