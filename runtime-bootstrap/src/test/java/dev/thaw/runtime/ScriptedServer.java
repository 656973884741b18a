package dev.thaw.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server that sends what it is told, byte by byte if need be: for answers that a well-behaved
 * Runtime API never gives. The n-th request, on whatever connection, gets the n-th answer; without
 * one the connection stays open and silent. As in most emulators, there are no extensions.
 */
final class ScriptedServer implements AutoCloseable {
  private static final byte[] NO_EXTENSIONS =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final List<Answer> script;
  private final boolean extensions;
  private final List<String> heads = new ArrayList<>();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new ArrayList<>();
  private int answered;

  private ScriptedServer(List<Answer> script, boolean extensions) throws IOException {
    this.script = script;
    this.extensions = extensions;
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /**
   * What one request gets.
   *
   * @param step how many bytes go out at once
   * @param close whether the connection is closed behind them
   */
  record Answer(String text, int step, boolean close) {}

  static Answer answer(String text) {
    return new Answer(text, Integer.MAX_VALUE, false);
  }

  static Answer thenClose(String text) {
    return new Answer(text, Integer.MAX_VALUE, true);
  }

  static Answer dribble(String text) {
    return new Answer(text, 1, false);
  }

  static ScriptedServer start(Answer... script) throws IOException {
    return new ScriptedServer(List.of(script), false);
  }

  /** One whose script answers to extensions too. */
  static ScriptedServer startWithExtensions(Answer... script) throws IOException {
    return new ScriptedServer(List.of(script), true);
  }

  String endpoint() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** The next request: its line and, behind a space, its body. */
  String takeRequest() throws InterruptedException {
    String request = requests.poll(20, TimeUnit.SECONDS);
    return request == null ? "none" : request;
  }

  /** The heads of all requests so far. */
  synchronized List<String> heads() {
    return List.copyOf(heads);
  }

  /** How many connections there have been. */
  synchronized int connections() {
    return sockets.size();
  }

  /** Whether no further request comes in a while. */
  boolean quiet() throws InterruptedException {
    return requests.poll(300, TimeUnit.MILLISECONDS) == null;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        synchronized (this) {
          sockets.add(socket);
        }
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String head; (head = head(in)) != null; ) {
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
          if (line.startsWith("Content-Length: ")) {
            length = Integer.parseInt(line.substring(16));
          }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!extensions && head.contains(" /2020-01-01/extension/")) {
          out.write(NO_EXTENSIONS);
          continue;
        }
        synchronized (this) {
          heads.add(head);
        }
        Answer answer = nextAnswer(head.substring(0, head.indexOf(" HTTP/1.1\r\n")) + " " + body);
        if (answer == null) {
          continue;
        }
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += Math.min(answer.step(), bytes.length)) {
          out.write(bytes, i, Math.min(answer.step(), bytes.length - i));
          out.flush();
        }
        if (answer.close()) {
          return;
        }
      }
    } catch (IOException e) {
      // The client has gone, which its test will notice.
    }
  }

  private synchronized @Nullable Answer nextAnswer(String request) {
    requests.add(request);
    return answered < script.size() ? script.get(answered++) : null;
  }

  /** Everything before a request's body; null if the client has ended. */
  static @Nullable String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (this) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
