package dev.thaw.idempotency;

/**
 * The key was used before with a different payload, so that nothing was done here. Whoever chose
 * the key has made a mistake that a retry does not mend.
 */
public final class IdempotencyMismatchException extends IdempotencyException {
  private static final long serialVersionUID = 1;

  IdempotencyMismatchException(String name) {
    super("This key was used before for \"" + name + "\" with a different payload", null);
  }
}
