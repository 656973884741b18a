package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One connection: its requests are read and answered one after the other. */
final class HttpConnection {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LINGER_MILLIS = 500;
  private static final int LINGER_BYTES = 1 << 20;

  private final Socket socket;
  private final int number;
  private final HttpLimits limits;
  private final HttpService service;

  HttpConnection(Socket socket, int number, HttpLimits limits, HttpService service) {
    this.socket = socket;
    this.number = number;
    this.limits = limits;
    this.service = service;
  }

  void serve() throws IOException, InterruptedException {
    socket.setTcpNoDelay(true);
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    HttpHeadReader heads = new HttpHeadReader(in, limits.head());
    try {
      boolean open = true;
      while (open) {
        HttpHead head = heads.read();
        if (head == null) {
          return;
        }
        ReceivedRequest request = receive(head, heads, in);
        HttpReply reply = answer(request);
        open = head.keepAlive() && request.completeness() != Completeness.TRUNCATED;
        send(reply.bytes(open, !head.method().equals("HEAD")));
      }
    } catch (HttpException e) {
      send(HttpReply.text(e.status(), e.getMessage() + "\n").bytes(false, true));
    }
    linger(in);
  }

  private HttpReply answer(ReceivedRequest request) throws InterruptedException {
    try {
      return service.answer(request);
    } catch (RuntimeException e) {
      new IllegalStateException("no answer to " + request, e).printStackTrace();
      return HttpReply.text(500, "internal error\n");
    }
  }

  private ReceivedRequest receive(HttpHead head, HttpHeadReader heads, InputStream in)
      throws IOException, HttpException {
    Instant time = Instant.now();
    long nanoTime = System.nanoTime();
    if (head.expectsContinue()) {
      send(CONTINUE);
    }
    HttpBody body = new HttpBodyReader(in, heads, limits.body()).read(head);
    return new ReceivedRequest(number, time, nanoTime, head, body);
  }

  /** Closing with unread input resets the connection, and the peer may lose our answer. */
  private void linger(InputStream in) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    byte[] rest = new byte[1 << 13];
    int n;
    for (int total = 0; total < LINGER_BYTES && (n = in.read(rest)) >= 0; total += n) {}
  }

  private void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }
}
