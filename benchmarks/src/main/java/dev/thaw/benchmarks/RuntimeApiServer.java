package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for one process on a loopback port of its own: no more than a start needs,
 * so that it adds no noise, and the same for every subject. Each connection has a thread that
 * blocks; nothing is logged or allocated per call beyond the bytes themselves.
 */
final class RuntimeApiServer implements AutoCloseable {
  /** What the server's user does with the calls of the runtime. Called on a connection's thread. */
  interface Script {
    /**
     * The event for one {@code GET /next}; null leaves the runtime waiting until the close.
     *
     * @param number of the invocation, from 1
     */
    byte @Nullable [] next(int number);

    /**
     * A response has been received, whole; the runtime waits for the 202 until this returns.
     *
     * @param number of the invocation that it answers
     * @param nanos {@link System#nanoTime} when its last byte had been read
     */
    void response(int number, byte[] body, long nanos);

    /** The runtime reported an error: path and body. */
    void error(String report);
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] ACCEPTED =
      """
      HTTP/1.1 202 Accepted\r
      Content-Type: application/json\r
      Content-Length: 16\r
      \r
      {"status":"OK"}
      """
          .getBytes(ISO_8859_1);

  private static final byte[] REGISTERED =
      """
      HTTP/1.1 200 OK\r
      Lambda-Extension-Identifier: 2f1c5b1e-0d3a-4b7e-9a55-6d0c1e8f7a42\r
      Content-Length: 2\r
      \r
      {}\
      """
          .getBytes(ISO_8859_1);

  private final CountDownLatch extensionWaits = new CountDownLatch(1);
  private volatile boolean registered;
  private final ServerSocket listener;
  private final Script script;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();

  private RuntimeApiServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
  }

  static RuntimeApiServer start(Script script) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 16);
    RuntimeApiServer server = new RuntimeApiServer(listener, script);
    thread(server::accept);
    return server;
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  private static void thread(Runnable task) {
    Thread.ofPlatform().daemon().name("runtime-api").start(task);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listener.accept();
        connections.add(connection);
        thread(() -> serve(connection));
      }
    } catch (IOException closed) {
      // close() ends the thread
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      HttpRequests in = new HttpRequests(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      while (in.read()) {
        long nanos = System.nanoTime();
        if (in.path().endsWith("/extension/register")) {
          registered = true;
          out.write(REGISTERED);
          continue;
        }
        if (in.path().endsWith("/extension/event/next")) {
          extensionWaits.countDown();
          in.read();
          return;
        }
        if (in.path().endsWith("/next")) {
          awaitExtension();
          int number = requests.incrementAndGet();
          byte[] event = script.next(number);
          if (event == null) {
            in.read();
            return;
          }
          out.write(invocation(number, event));
          continue;
        }
        if (in.path().endsWith("/response")) {
          script.response(number(in.path()), in.body(), nanos);
        } else {
          script.error(in.path() + " " + new String(in.body(), ISO_8859_1));
        }
        out.write(ACCEPTED);
      }
    } catch (IOException ended) {
      // the process was killed, which is how every start ends, or close() was called
    } finally {
      connections.remove(connection);
    }
  }

  /** The invocation in {@code …/invocation/REQUEST-ID/response}, whose id ends in its number. */
  private static int number(String path) {
    int end = path.lastIndexOf('/');
    return Integer.parseInt(path, end - 12, end, 10);
  }

  /** As Lambda, which takes the init phase for finished only when every extension waits too. */
  private void awaitExtension() throws IOException {
    try {
      if (registered && !extensionWaits.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the extension that was registered does not wait for events");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /**
   * The answer to {@code GET /next}, headers as Lambda sends them. The trace header is always
   * there: AWS's client crashes without it.
   */
  private static byte[] invocation(int number, byte[] event) {
    byte[] head =
        """
        HTTP/1.1 200 OK\r
        Content-Type: application/json\r
        Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012d\r
        Lambda-Runtime-Deadline-Ms: %d\r
        Lambda-Runtime-Invoked-Function-Arn: %s\r
        Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                number,
                System.currentTimeMillis() + 60_000,
                "arn:aws:lambda:us-east-2:123456789012:function:benchmark",
                event.length)
            .getBytes(ISO_8859_1);
    byte[] message = new byte[head.length + event.length];
    System.arraycopy(head, 0, message, 0, head.length);
    System.arraycopy(event, 0, message, head.length, event.length);
    return message;
  }

  /** Closes the port and every connection: a runtime that is still polling sees the end. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
