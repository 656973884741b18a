package dev.thaw.local;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends a few invocations through a Runtime API of its own. Without it the times of the first
 * function would hold the loading of our own classes, some milliseconds of what is to be measured.
 */
final class WarmUp {
  private static final int ROUNDS = 5;
  private static final String PATH = " /2018-06-01/runtime/invocation/";

  private WarmUp() {}

  static void run() throws IOException {
    EnvironmentLog log = new EnvironmentLog("warm-up", (function, line) -> {});
    try (RuntimeApiServer api = RuntimeApiServer.builder().withoutRecords().start();
        Socket socket = new Socket(LoopbackServer.address(), api.port())) {
      socket.setTcpNoDelay(true);
      for (int i = 0; i < ROUNDS; i++) {
        InvocationRequest request = InvocationRequest.of("{}").timeout(Duration.ofSeconds(1));
        var _ = api.offer(request, () -> log.line(ReportLines.start(request.requestId())));
        exchange(socket, "GET" + PATH + "next HTTP/1.1\r\nHost: x\r\n\r\n");
        exchange(
            socket,
            "POST"
                + PATH
                + request.requestId()
                + "/response HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
      }
    }
  }

  /** An answer leaves the server in one write, so that one read is enough. */
  private static void exchange(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    if (socket.getInputStream().read(new byte[1024]) < 0) {
      throw new IOException("the Runtime API closed the connection");
    }
  }
}
