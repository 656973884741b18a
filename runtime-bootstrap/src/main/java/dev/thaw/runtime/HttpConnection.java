package dev.thaw.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive HTTP/1.1 connection to the Runtime API, without any timeout: Lambda freezes the
 * process while it waits for an answer.
 *
 * <p>Not for several threads. An answer is valid until the next exchange.
 */
final class HttpConnection {
  private static final int INITIAL_BUFFER = 16 * 1024;

  /** A larger buffer is given back after the exchange that needed it. */
  private static final int KEPT_BUFFER = 1024 * 1024;

  /** Head and body go out in one write up to this size. */
  private static final int ONE_WRITE = 64 * 1024;

  private final HttpAddress address;
  private @Nullable Connecting connecting;
  private @Nullable Connecting registrar;
  private volatile @Nullable Socket socket;
  private volatile boolean hungUp;

  /** Whether the connection that is being opened is used for the registration first. */
  private boolean registering;

  private byte[] buffer = new byte[INITIAL_BUFFER];

  HttpConnection(HttpAddress address) {
    this.address = address;
  }

  /** Goes on with an open connection. */
  HttpConnection(HttpAddress address, Socket socket) {
    this.address = address;
    this.socket = socket;
  }

  /**
   * Begins to connect while the caller does something else: the first socket of a process loads
   * three native libraries, which takes as long as the rest of the runtime's start.
   */
  void openInBackground() {
    Connecting thread = new Connecting(address);
    thread.start();
    connecting = thread;
  }

  /** Permits to register an extension on the connection that is being opened. */
  void registerExtension() {
    if (connecting != null) {
      registrar = connecting;
      connecting.registers(true);
      registering = true;
    }
  }

  /** Ends the extension's wait, before the process ends. */
  void leave() {
    if (registrar != null) {
      registrar.leave();
    }
  }

  /** Breaks off what another thread waits for, since the process ends. */
  void hangUp() {
    hungUp = true;
    Socket current = socket;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        // Then the end takes longer.
      }
    }
  }

  /** Null if the connection is not open. */
  @Nullable Socket socket() {
    return socket;
  }

  private void open() throws IOException {
    Connecting thread = connecting;
    connecting = null;
    registering = false;
    try {
      socket = thread == null ? Connecting.connect(address) : thread.await();
    } catch (IOException e) {
      throw new IOException("No Runtime API at " + address.authority() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * <p>The server may close a connection that idles. A request that meets a connection closed
   * before it brought a single byte of answer is sent once more on a new one: had the first one
   * arrived after all, the second is refused by Lambda's state machine and nothing happens twice.
   */
  HttpAnswer exchange(byte[] head, int headLength, byte[] body, int bodyOffset, int bodyLength)
      throws IOException {
    if (buffer.length > KEPT_BUFFER) {
      buffer = new byte[INITIAL_BUFFER];
    }
    if (socket != null && hasUnasked(socket)) {
      close();
    }
    boolean reused = socket != null || registering;
    boolean keep = false;
    try {
      HttpAnswer answer = answer();
      try {
        keep = attempt(answer, head, headLength, body, bodyOffset, bodyLength);
      } catch (SocketException | EOFException e) {
        if (!reused || answer.started() || hungUp) {
          throw e;
        }
        close();
        answer = answer();
        keep = attempt(answer, head, headLength, body, bodyOffset, bodyLength);
      }
      buffer = answer.buffer();
      return answer;
    } finally {
      if (!keep) {
        close();
      }
    }
  }

  /**
   * Whether the server has sent what nobody asked for, such as the 408 that some send before they
   * close a connection that idles: it would be taken for the answer, and the request be lost.
   */
  private static boolean hasUnasked(Socket idle) {
    try {
      return idle.getInputStream().available() > 0;
    } catch (IOException e) {
      return true; // it was reset
    }
  }

  /** Tells whether the connection can be used again. */
  private boolean attempt(
      HttpAnswer answer, byte[] head, int headLength, byte[] body, int bodyOffset, int bodyLength)
      throws IOException {
    SocketException broken = null;
    try {
      send(head, headLength, body, bodyOffset, bodyLength);
    } catch (SocketException e) {
      broken = e; // it may have refused a long body before it broke off
    }
    try {
      answer.read();
    } catch (IOException e) {
      throw broken == null ? e : broken;
    }
    return broken == null && !answer.closes();
  }

  private HttpAnswer answer() throws IOException {
    if (socket == null) {
      open();
    }
    return new HttpAnswer(connected().getInputStream(), buffer);
  }

  private void send(byte[] head, int headLength, byte[] body, int bodyOffset, int bodyLength)
      throws IOException {
    OutputStream out = connected().getOutputStream();
    if (bodyLength == 0) {
      out.write(head, 0, headLength);
    } else if (headLength + bodyLength <= ONE_WRITE) {
      byte[] request = Arrays.copyOf(head, headLength + bodyLength);
      System.arraycopy(body, bodyOffset, request, headLength, bodyLength);
      out.write(request);
    } else {
      out.write(head, 0, headLength);
      out.write(body, bodyOffset, bodyLength);
    }
  }

  private Socket connected() throws SocketException {
    Socket current = socket;
    if (current == null) {
      throw new SocketException("Not connected");
    }
    return current;
  }

  void close() {
    if (connecting != null) {
      try {
        open();
      } catch (IOException e) {
        return; // there is nothing to close
      }
    }
    Socket current = socket;
    socket = null;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        // Nothing was lost: whatever it carried has been read, or is sent anew.
      }
    }
  }
}
