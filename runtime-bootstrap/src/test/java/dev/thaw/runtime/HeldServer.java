package dev.thaw.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A Runtime API whose every answer the test gives, when it is time. It knows no extensions, and
 * says so by itself.
 */
final class HeldServer implements AutoCloseable {
  private static final int SECONDS = 20;

  private final ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();

  HeldServer() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  String endpoint() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /**
   * A request that waits for its answer.
   *
   * @param line method and path
   * @param head everything before the body
   */
  record Request(String line, String head, String body, Socket socket) {

    void answer(int status, String headers, String text) throws IOException {
      String answer =
          "HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n%s"
              .formatted(status, text.length(), headers, text);
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    void answer(int status) throws IOException {
      answer(status, "", "");
    }

    /** Breaks the connection: with a reset, or in good order. */
    void hangUp(boolean reset) throws IOException {
      socket.setSoLinger(reset, 0);
      socket.close();
    }

    boolean sameConnection(Request other) {
      return socket.getPort() == other.socket.getPort();
    }
  }

  /** The next request, which must be this one. */
  Request take(String line) throws InterruptedException {
    Request request = requests.poll(SECONDS, TimeUnit.SECONDS);
    if (request == null || !request.line().equals(line)) {
      throw new AssertionError("Not " + line + " but " + request);
    }
    return request;
  }

  /** Whether no further request comes in a while. */
  boolean quiet() throws InterruptedException {
    return requests.poll(300, TimeUnit.MILLISECONDS) == null;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> receive(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void receive(Socket socket) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String head; (head = ScriptedServer.head(in)) != null; ) {
        int start = head.indexOf("Content-Length: ") + 16;
        int length =
            start < 16 ? 0 : Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String line = head.substring(0, head.indexOf(" HTTP/1.1"));
        Request request = new Request(line, head, body, socket);
        if (line.contains("/extension/")) {
          request.answer(404);
        } else {
          requests.add(request);
        }
      }
    } catch (IOException e) {
      // The client has gone, or the test has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
