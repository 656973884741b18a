package dev.thaw.runtime;

import java.io.IOException;

/** A response that Lambda would refuse. */
final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  ResponseTooLargeException(long length, int limit) {
    super("The response has " + length + " bytes; Lambda takes at most " + limit);
  }
}
