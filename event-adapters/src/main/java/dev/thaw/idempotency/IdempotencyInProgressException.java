package dev.thaw.idempotency;

import java.time.Instant;

/**
 * Another invocation has begun the same work and may still be at it, so that nothing was done here.
 * Let it fail the invocation or the record: its source delivers it again, and then the work is done
 * or free.
 */
public final class IdempotencyInProgressException extends IdempotencyException {
  private static final long serialVersionUID = 1;

  private final Instant until;

  IdempotencyInProgressException(String name, Instant until) {
    super(
        "Another invocation has begun \""
            + name
            + "\" with this key; unless it is done before, the key is free again at "
            + until,
        null);
    this.until = until;
  }

  /** When the work may be begun again if the other invocation does not come to its end. */
  public Instant until() {
    return until;
  }
}
