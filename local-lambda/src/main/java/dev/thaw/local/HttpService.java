package dev.thaw.local;

import java.io.IOException;

/** What answers a server's requests, each on its connection's virtual thread. */
interface HttpService {
  /**
   * Answers a request.
   *
   * @throws IOException if the connection can only be closed
   */
  HttpReply answer(ReceivedRequest request) throws IOException, InterruptedException;

  /** Whether {@link #answer} reads the body itself, piece by piece. */
  default boolean streams(HttpHead head) {
    return false;
  }
}
