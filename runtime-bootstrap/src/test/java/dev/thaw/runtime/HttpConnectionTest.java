package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One connection, with a server that lets every byte of an answer be the last one. */
class HttpConnectionTest {
  private static final byte[] HEAD = Answers.bytes("GET /next HTTP/1.1\r\n\r\n");
  private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\no\r\n1\r\nk\r\n0\r\nT: t\r\n\r\n";

  /** What the server does with one request. */
  @FunctionalInterface
  private interface Turn {
    /** Returns false to close the connection. */
    boolean take(Socket socket, int request) throws Exception;
  }

  private static ServerSocket serve(Turn turn) throws IOException {
    ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              int request = 0;
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  socket.setTcpNoDelay(true);
                  while (readHead(socket.getInputStream()) && turn.take(socket, request++)) {
                    // the next one
                  }
                } catch (Exception e) {
                  // The client has gone.
                }
              }
            });
    return server;
  }

  private static boolean readHead(InputStream in) throws IOException {
    int newlines = 0;
    for (int c; newlines < 2; ) {
      c = in.read();
      if (c < 0) {
        return false;
      }
      newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
    }
    return true;
  }

  private static HttpConnection connect(ServerSocket server) {
    return new HttpConnection(HttpAddress.parse("127.0.0.1:" + server.getLocalPort()));
  }

  private static String get(HttpConnection connection) throws IOException {
    HttpAnswer answer = connection.exchange(HEAD, HEAD.length, new byte[0], 0, 0);
    return new String(
        answer.buffer(), answer.bodyStart(), answer.bodyLength(), StandardCharsets.US_ASCII);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(Answers.bytes(text));
  }

  /**
   * After a good answer comes one that ends too early: without a byte of it the request is sent
   * again, once; with one it is not, and the connection can be used afterwards.
   */
  @Test
  void everyByteMayBeTheLast() throws Exception {
    for (String text : new String[] {WHOLE, CHUNKED}) {
      for (boolean reset : new boolean[] {false, true}) {
        for (int length = 0; length < text.length(); length++) {
          endsAfter(text, length, reset);
        }
      }
    }
  }

  private static void endsAfter(String text, int length, boolean reset) throws Exception {
    Turn turn =
        (socket, request) -> {
          if (request != 1) {
            write(socket, text);
            return true;
          }
          write(socket, text.substring(0, length));
          if (reset) {
            Thread.sleep(1); // what was sent before a reset may get lost with it
            socket.setSoLinger(true, 0);
          }
          return false;
        };
    try (ServerSocket server = serve(turn)) {
      HttpConnection connection = connect(server);
      assertThat(get(connection)).isEqualTo("ok");
      if (length == 0) {
        assertThat(get(connection)).isEqualTo("ok");
      } else if (!reset) {
        assertThatThrownBy(() -> get(connection)).isInstanceOf(EOFException.class);
      } else {
        try {
          assertThat(get(connection)).isEqualTo("ok"); // where the reset took all with it
        } catch (SocketException e) {
          assertThat(e).hasMessageContaining("reset");
        }
      }
      assertThat(get(connection)).isEqualTo("ok");
      connection.close();
    }
  }

  /** It closes its half, and would still read: its end is an end nevertheless. */
  @Test
  void halfClosed() throws Exception {
    Turn turn =
        (socket, request) -> {
          write(socket, WHOLE);
          if (request == 0) {
            socket.shutdownOutput();
          }
          return true;
        };
    try (ServerSocket server = serve(turn)) {
      HttpConnection connection = connect(server);
      assertThat(get(connection)).isEqualTo("ok");
      Thread.sleep(20);
      // The request reaches a server that cannot answer any more; it accepts the next connection
      // as soon as this one is closed.
      assertThat(get(connection)).isEqualTo("ok");
      connection.close();
    }
  }

  /** Such as the 408 of a server that is about to close a connection which idles. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatNobodyAskedForIsNoAnswer(boolean closes) throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    Turn turn =
        (socket, request) -> {
          write(socket, WHOLE);
          if (request == 0) {
            Thread.sleep(50); // the client has read its answer
            write(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
            sent.countDown();
          }
          return request != 0 || !closes;
        };
    try (ServerSocket server = serve(turn)) {
      HttpConnection connection = connect(server);
      assertThat(get(connection)).isEqualTo("ok");
      assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(get(connection)).isEqualTo("ok");
      assertThat(get(connection)).isEqualTo("ok");
      connection.close();
    }
  }

  @Test
  void aSecondFailureIsNotTriedAgain() throws Exception {
    int[] requests = {0};
    Turn turn =
        (socket, request) -> {
          requests[0]++;
          if (request == 0) {
            write(socket, WHOLE);
          }
          return request == 0;
        };
    try (ServerSocket server = serve(turn)) {
      HttpConnection connection = connect(server);
      assertThat(get(connection)).isEqualTo("ok");
      assertThatThrownBy(() -> get(connection)).isInstanceOf(IOException.class);
      assertThat(requests[0]).isEqualTo(3);
      connection.close();
    }
  }

  /** A server may refuse a body without reading it: its answer counts, not the broken write. */
  @Test
  void aBodyThatIsRefusedUnread() throws Exception {
    Turn turn =
        (socket, request) -> {
          write(socket, "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}");
          Thread.sleep(100);
          return false; // what it has not read resets the connection
        };
    try (ServerSocket server = serve(turn)) {
      HttpConnection connection = connect(server);
      byte[] body = new byte[6 << 20];
      HttpAnswer answer = connection.exchange(HEAD, HEAD.length, body, 0, body.length);
      assertThat(answer.status()).isEqualTo(413);
      connection.close();
    }
  }

  /** Six megabytes there and back: the event's buffer, and nothing of the response. */
  @Test
  void sixMegabytesAreHeldOnce() throws Exception {
    int size = 6 << 20;
    byte[] answer = Answers.bytes("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
    Turn turn =
        (socket, request) -> {
          socket.getInputStream().skipNBytes(size);
          socket.getOutputStream().write(answer);
          socket.getOutputStream().write(new byte[size]);
          return true;
        };
    try (ServerSocket server = serve(turn)) {
      HttpConnection connection = connect(server);
      byte[] body = new byte[size];
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long allocated = 0;
      for (int i = 0; i < 3; i++) { // the last one without what is loaded and grown once
        long before = threads.getCurrentThreadAllocatedBytes();
        HttpAnswer read = connection.exchange(HEAD, HEAD.length, body, 0, body.length);
        allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(read.bodyLength()).isEqualTo(size);
      }
      assertThat(allocated).isBetween((long) size, size + 100_000L);
      connection.close();
    }
  }
}
