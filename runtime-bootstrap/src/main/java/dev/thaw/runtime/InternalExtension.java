package dev.thaw.runtime;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An extension that does nothing, registered from within the runtime: only where there is one does
 * Lambda end an execution environment with SIGTERM, which runs the shutdown hooks, before SIGKILL.
 *
 * <p>It registers on the runtime's own connection, before the first {@code /next} closes the
 * registration, and then waits on a second one for events that never come: until every extension
 * waits, Lambda does not take the init phase for finished.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Extensions
 *     API</a>
 */
final class InternalExtension extends Thread {
  private static final String PATH = "/2020-01-01/extension/";
  private static final String NAME = "thaw-shutdown";
  private static final byte[] NO_EVENTS = "{\"events\":[]}".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] IDENTIFIER = HttpHeaders.lowerCase("lambda-extension-identifier");

  /** Between attempts to wait anew, as after a snapshot was restored. */
  private static final int PAUSE_MILLIS = 1000;

  private final HttpAddress address;
  private final RequestHeads heads;
  private @Nullable String identifier;
  private @Nullable Socket waiting;
  private boolean left;

  InternalExtension(HttpAddress address) {
    super("thaw-extension");
    this.address = address;
    heads = new RequestHeads(address);
    setDaemon(true);
  }

  /**
   * Registers, and begins to wait for events if that succeeds. It does not where there is no
   * Extensions API, as in most emulators: then there is no SIGTERM.
   *
   * @param socket the runtime's own
   * @return the socket to go on with, which may be another; null if there is none
   */
  @Nullable Socket register(Socket socket) {
    byte[] head =
        RequestHeads.end(
            heads
                .post(PATH + "register", "application/json")
                .append("Lambda-Extension-Name: ")
                .append(NAME)
                .append("\r\nContent-Length: ")
                .append(NO_EVENTS.length)
                .append("\r\n"));
    HttpConnection connection = new HttpConnection(address, socket);
    try {
      HttpAnswer answer = connection.exchange(head, head.length, NO_EVENTS, 0, NO_EVENTS.length);
      identifier = answer.status() == 200 ? answer.header(IDENTIFIER) : null;
    } catch (IOException e) {
      connection.close();
    }
    if (identifier != null) {
      start();
    }
    return connection.socket();
  }

  @Override
  public void run() {
    byte[] next =
        heads.get(PATH + "event/next", "Lambda-Extension-Identifier: " + identifier + "\r\n");
    while (true) {
      try (Socket own = Connecting.connect(address)) {
        if (!waits(own)) {
          return;
        }
        own.getOutputStream().write(next);
        new HttpAnswer(own.getInputStream(), new byte[1024]).read();
      } catch (IOException e) {
        // The runtime's own connection tells whether there is still a Runtime API.
      }
      if (!waits(null)) {
        return;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized boolean waits(@Nullable Socket own) {
    waiting = own;
    return !left;
  }

  /**
   * Waits no more, for the process ends: the JVM would grant a thread that is blocked in the
   * operating system 300 milliseconds to come back.
   */
  synchronized void leave() {
    left = true;
    if (waiting != null) {
      try {
        waiting.close();
      } catch (IOException e) {
        // Then the end takes longer.
      }
    }
  }
}
