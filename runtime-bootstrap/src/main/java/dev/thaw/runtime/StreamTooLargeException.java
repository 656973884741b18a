package dev.thaw.runtime;

import java.io.IOException;

/** A streamed response that Lambda would cut off. */
final class StreamTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  StreamTooLargeException(long limit) {
    super("The streamed response is too large: Lambda takes at most " + limit + " bytes");
  }
}
