package dev.thaw.idempotency;

/**
 * The work was done, but so late after the deadline of its invocation that another invocation may
 * have begun it again. What that one records is left as it is.
 */
public final class IdempotencyLockLostException extends IdempotencyException {
  private static final long serialVersionUID = 1;

  IdempotencyLockLostException(String name) {
    super(
        "\""
            + name
            + "\" was done after the deadline of its invocation, when its key was no longer its"
            + " own: it may be done twice",
        null);
  }
}
