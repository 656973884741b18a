package dev.thaw.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A small HTTP/1.1 server on the loopback address, one virtual thread a connection.
 *
 * <p>It is written on sockets rather than taken from the JDK since a Runtime API double must see
 * and send exact bytes: trailers, truncated bodies, the case of names, answers cut in the middle.
 */
final class LoopbackServer implements AutoCloseable {
  private static final long RETRY_NANOS = 10_000_000;

  private final ServerSocket socket;
  private final HttpLimits limits;
  private final HttpService service;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Set<HttpConnection> served = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private LoopbackServer(ServerSocket socket, HttpLimits limits, HttpService service) {
    this.socket = socket;
    this.limits = limits;
    this.service = service;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   */
  static LoopbackServer start(int port, HttpLimits limits, HttpService service) throws IOException {
    LoopbackServer server =
        new LoopbackServer(new ServerSocket(port, 128, address()), limits, service);
    server.thread("accept", server::accept);
    return server;
  }

  static InetAddress address() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    for (int number = 1; !closed; number++) {
      try {
        Socket accepted = socket.accept();
        connections.add(accepted);
        if (closed) {
          closeQuietly(accepted);
          return;
        }
        int connection = number;
        thread("connection-" + connection, () -> serve(accepted, connection));
      } catch (IOException e) {
        // Closed, or out of descriptors for a while: there is no connection to answer on.
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private void serve(Socket accepted, int number) {
    HttpConnection connection = new HttpConnection(accepted, number, limits, service);
    try (accepted) {
      served.add(connection);
      connection.serve();
    } catch (IOException e) {
      // The peer went away: nobody is left to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      served.remove(connection);
      connections.remove(accepted);
    }
  }

  private void thread(String name, Runnable task) {
    Thread thread =
        Thread.ofVirtual()
            .name("loopback-" + port() + "-" + name)
            .unstarted(
                () -> {
                  try {
                    task.run();
                  } finally {
                    threads.remove(Thread.currentThread());
                  }
                });
    threads.add(thread);
    thread.start();
  }

  /** Closes the connections on which no request is being answered. */
  void closeIdle() throws IOException {
    for (HttpConnection connection : served) {
      connection.closeIfIdle();
    }
  }

  /** Stops listening and cuts every connection. */
  @Override
  public void close() {
    closed = true;
    closeQuietly(socket);
    threads.forEach(Thread::interrupt);
    connections.forEach(LoopbackServer::closeQuietly);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // Closing is all that was wanted.
    }
  }
}
