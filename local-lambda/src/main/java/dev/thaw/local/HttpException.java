package dev.thaw.local;

import java.io.IOException;

/** A request that breaks HTTP's rules or a limit: the connection ends with this status. */
final class HttpException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  HttpException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
