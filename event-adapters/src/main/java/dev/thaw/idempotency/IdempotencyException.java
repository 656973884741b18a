package dev.thaw.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What {@link Idempotent} throws in place of a result. No message holds a key, a payload or a
 * result. An exception of the work itself is thrown on as it is.
 */
public abstract sealed class IdempotencyException extends RuntimeException
    permits IdempotencyInProgressException,
        IdempotencyKeyException,
        IdempotencyLockLostException,
        IdempotencyMismatchException,
        IdempotencyResultException,
        IdempotencyStoreException {
  private static final long serialVersionUID = 1;

  IdempotencyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
