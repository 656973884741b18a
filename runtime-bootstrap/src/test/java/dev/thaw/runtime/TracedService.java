package dev.thaw.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service that AWS's SDK calls. It answers only when so many callers wait, with the trace header
 * of each.
 */
final class TracedService implements AutoCloseable {
  private final HttpServer server;
  private final CyclicBarrier together;
  private final Map<String, String> traces = new ConcurrentHashMap<>();

  private TracedService(int callers) throws IOException {
    together = new CyclicBarrier(callers);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  static TracedService start(int callers) throws IOException {
    return new TracedService(callers);
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The trace headers by the function names in the paths. */
  Map<String, String> traces() {
    return traces;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String function = exchange.getRequestURI().getPath().split("/", -1)[3];
    String trace = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id"));
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException("The other callers did not come", e));
    }
    traces.put(function, trace);
    byte[] answer = "\"called\"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
