package dev.thaw.runtime;

/** A handler that cannot be loaded; the message says what to do. */
final class HandlerException extends ReflectiveOperationException {
  private static final long serialVersionUID = 1;

  HandlerException(String message) {
    super(message);
  }

  HandlerException(String message, Throwable cause) {
    super(message, cause);
  }
}
