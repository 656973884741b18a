package dev.thaw.runtime;

/** A response that Lambda would refuse. */
final class ResponseTooLargeException extends Exception {
  private static final long serialVersionUID = 1;

  ResponseTooLargeException(int length, int limit) {
    super("The response has " + length + " bytes; Lambda takes at most " + limit);
  }
}
