package dev.thaw.http;

import java.io.OutputStream;

/** Writes the body of a response while the client reads it. */
@FunctionalInterface
public interface HttpBodyWriter {

  /**
   * Writes the body.
   *
   * @param out ends when this method returns, closed or not; {@code flush} sends what was written
   *     so far
   * @throws Exception to fail the invocation. Before the first byte has left, the client gets the
   *     front door's own error; afterwards its response ends unfinished
   */
  void write(OutputStream out) throws Exception;
}
