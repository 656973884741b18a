package dev.thaw.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A POST whose body goes out in chunks, on a connection of its own: nothing of it could be sent
 * again on another one, so that it must not meet one that the server has closed for idling, and
 * Lambda wants it closed afterwards.
 */
final class ChunkedPost {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final HttpAnswer answer;
  private boolean answered;

  private ChunkedPost(Socket socket) throws IOException {
    this.socket = socket;
    in = socket.getInputStream();
    out = socket.getOutputStream();
    answer = new HttpAnswer(in, new byte[1024]);
  }

  /** Connects. */
  static ChunkedPost open(HttpAddress address) throws IOException {
    return new ChunkedPost(Connecting.connect(address));
  }

  /**
   * Sends bytes, as fast as the server takes them.
   *
   * @throws IOException if it breaks off, or has answered already and will not read the rest
   */
  void send(byte[] bytes, int offset, int length) throws IOException {
    try {
      while (answer.hasMore() || in.available() > 0) {
        answer.readHead();
        if (answer.status() >= 200) {
          answered = true;
          throw tooEarly();
        }
      }
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw answered ? e : early(e);
    }
  }

  /** Sends the end and reads the answer. */
  void end(byte[] lastBytes) throws IOException {
    try {
      out.write(lastBytes);
    } catch (IOException e) {
      early(e); // it may have answered before it broke off, and that will do
    }
    if (!answered) {
      answer.read();
      answered = true;
    }
  }

  /** What the server answered; 0 if nothing. */
  int status() {
    return answered ? answer.status() : 0;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The outcome is known.
    }
  }

  /** Why the server breaks off: it says so in an answer, if that is still to be had. */
  private IOException early(IOException broken) {
    try {
      answer.read();
      answered = true;
      return tooEarly();
    } catch (IOException e) {
      return new IOException("The Runtime API broke off: " + broken.getMessage(), broken);
    }
  }

  private IOException tooEarly() {
    return new IOException(
        "The Runtime API answered " + answer.status() + " before the response was complete");
  }
}
