package dev.thaw.idempotency;

/** The payload has no key, so that nothing was done: see {@link IdempotentBuilder#withoutKey}. */
public final class IdempotencyKeyException extends IdempotencyException {
  private static final long serialVersionUID = 1;

  IdempotencyKeyException(String name) {
    super("The payload of \"" + name + "\" holds no key to tell its duplicates by", null);
  }
}
