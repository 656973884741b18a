package dev.thaw.runtime;

import java.io.BufferedInputStream;
import java.io.EOFException;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A Runtime API that looks at streamed responses chunk by chunk, and does to each of them what its
 * test says.
 */
final class StreamServer implements AutoCloseable {
  private static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";

  private final ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final Semaphore oneAfterTheOther = new Semaphore(1);
  private final Treatment treatment;
  private final boolean oneConnection;
  private int count;

  private StreamServer(Treatment treatment, boolean oneConnection) throws IOException {
    this.treatment = treatment;
    this.oneConnection = oneConnection;
    Thread.ofVirtual().start(this::accept);
  }

  static StreamServer start(Treatment treatment) throws IOException {
    return new StreamServer(treatment, false);
  }

  /** One that does not look at a connection before the one before it is closed. */
  static StreamServer startWithOneConnection() throws IOException {
    return new StreamServer((socket, total) -> true, true);
  }

  /** What a streamed response meets. */
  @FunctionalInterface
  interface Treatment {
    /**
     * Called with each chunk.
     *
     * @param total the bytes that came so far
     * @return false to read no more and drop the connection
     */
    boolean chunk(Socket socket, long total) throws Exception;
  }

  /** Answers and closes, with what comes meanwhile unread: the client's connection is reset. */
  static boolean refuse(Socket socket, int status) throws IOException {
    String answer = "HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\n{}";
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    return false;
  }

  /**
   * A request.
   *
   * @param head its line and headers
   * @param chunks the size of each chunk
   * @param times when each had come, as {@link System#nanoTime}
   * @param beginning the first bytes of the body
   * @param trailers lines behind the last chunk
   * @param ended whether the connection was closed behind it
   */
  record Received(
      String head,
      List<Integer> chunks,
      List<Long> times,
      String beginning,
      String trailers,
      boolean ended) {
    String target() {
      return head.substring(0, head.indexOf(" HTTP/1.1"));
    }

    long length() {
      long length = 0;
      for (int chunk : chunks) {
        length += chunk;
      }
      return length;
    }
  }

  String endpoint() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  StreamServer submit(String... jsonEvents) {
    events.addAll(List.of(jsonEvents));
    return this;
  }

  /** The next request other than those for events. */
  Received take() throws InterruptedException {
    Received next = received.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No request");
    }
    return next;
  }

  boolean quiet() throws InterruptedException {
    return received.poll(300, TimeUnit.MILLISECONDS) == null;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        synchronized (this) {
          sockets.add(socket);
        }
        Thread serving = Thread.ofVirtual().start(() -> serve(socket));
        if (oneConnection) {
          serving.join();
        }
      }
    } catch (IOException | InterruptedException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (answer(socket, in, out)) {
        // the next one
      }
    } catch (Exception e) {
      // The client has gone, which its test will notice.
    }
  }

  private boolean answer(Socket socket, InputStream in, OutputStream out) throws Exception {
    StringBuilder head = new StringBuilder();
    int length = 0;
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.append(line).append('\n');
      length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
      chunked |= line.equals("Transfer-Encoding: chunked");
    }
    if (head.indexOf(" /2020-01-01/extension/") >= 0) {
      in.skipNBytes(length);
      write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      return true;
    }
    if (head.toString().startsWith("GET ")) {
      String event = events.take();
      oneAfterTheOther.acquire(); // what was streamed before has been looked at to its end
      oneAfterTheOther.release();
      write(
          out,
          "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: "
              + ++count
              + "\r\nContent-Length: "
              + event.length()
              + "\r\n\r\n"
              + event);
      return true;
    }
    if (!chunked) {
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      received.add(new Received(head.toString(), List.of(), List.of(), body, "", false));
      write(out, ACCEPTED);
      return true;
    }
    oneAfterTheOther.acquire();
    try {
      return stream(socket, in, out, head.toString());
    } finally {
      oneAfterTheOther.release();
    }
  }

  private boolean stream(Socket socket, InputStream in, OutputStream out, String head)
      throws Exception {
    List<Integer> chunks = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    StringBuilder beginning = new StringBuilder();
    long total = 0;
    for (int size; (size = Integer.parseInt(line(in), 16)) > 0; ) {
      byte[] chunk = in.readNBytes(size);
      if (!line(in).isEmpty()) {
        throw new IOException("A chunk is longer than its size");
      }
      chunks.add(size);
      times.add(System.nanoTime());
      total += size;
      if (beginning.length() < 100_000) {
        beginning.append(new String(chunk, StandardCharsets.UTF_8));
      }
      if (!treatment.chunk(socket, total)) {
        received.add(new Received(head, chunks, times, "", "broken", false));
        return false;
      }
    }
    StringBuilder trailers = new StringBuilder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      trailers.append(line).append('\n');
    }
    write(out, ACCEPTED);
    boolean ended = in.read() < 0;
    received.add(
        new Received(head, chunks, times, beginning.toString(), trailers.toString(), ended));
    return false;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.substring(0, line.length() - 1);
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
