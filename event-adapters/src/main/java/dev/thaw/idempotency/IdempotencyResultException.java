package dev.thaw.idempotency;

import org.jspecify.annotations.Nullable;

/** The work is done and is not done again, but its result cannot be given (any more). */
public final class IdempotencyResultException extends IdempotencyException {
  private static final long serialVersionUID = 1;

  IdempotencyResultException(String name, String problem, @Nullable Throwable cause) {
    super("\"" + name + "\" was done, but its result " + problem, cause);
  }
}
