package dev.thaw.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
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
  private boolean idle;
  private boolean dead;

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
        begin();
        ReceivedRequest request = receive(head, heads, in);
        HttpReply reply = answer(request);
        // What has not been read would be taken for the next request.
        boolean keep = head.keepAlive() && request.bodyEnded();
        open = send(reply, keep, !head.method().equals("HEAD"));
      }
    } catch (HttpException e) {
      send(HttpReply.text(e.status(), e.getMessage() + "\n"), false, true);
    }
    linger(in);
  }

  private HttpReply answer(ReceivedRequest request) throws IOException, InterruptedException {
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
      socket.getOutputStream().write(CONTINUE);
    }
    HttpBodyStream stream = HttpBodyStream.of(head, in, heads);
    HttpBody body =
        service.streams(head)
            ? new HttpBody(stream)
            : new HttpBodyReader(stream, limits.body()).read();
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

  private synchronized void begin() throws SocketException {
    if (dead) {
      throw new SocketException("closed while it was idle");
    }
    idle = false;
  }

  /** Whoever has read the last byte finds the connection idle, so both happen under one lock. */
  private synchronized boolean send(HttpReply reply, boolean keepAlive, boolean withBody)
      throws IOException {
    byte[] bytes = reply.bytes(keepAlive, withBody);
    reply.delivery().send(bytes, socket.getOutputStream());
    idle = true;
    return keepAlive && reply.delivery().keepsOpen(bytes.length);
  }

  /** Closes the connection unless a request is being read or answered. */
  synchronized void closeIfIdle() throws IOException {
    if (idle) {
      dead = true;
      socket.close();
    }
  }
}
