package dev.thaw.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Bytes on a socket, and answers read without the help of the server's own classes. */
final class RawClient implements AutoCloseable {
  /** An answer; header names in lower case. */
  record Answer(int status, String reason, TreeMap<String, String> headers, String body) {}

  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
  }

  RawClient write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  RawClient write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  RawClient withoutTimeout() throws IOException {
    socket.setSoTimeout(0);
    return this;
  }

  RawClient end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  Answer send(String method, String path, List<String> headers, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return write(head + "\r\n").write(body).read();
  }

  Answer get(String path) throws IOException {
    return send("GET", path, List.of(), new byte[0]);
  }

  Answer post(String path, String body, String... headers) throws IOException {
    return send("POST", path, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }

  Answer read() throws IOException {
    Answer head = readHead();
    int length = Integer.parseInt(head.headers.getOrDefault("content-length", "0"));
    byte[] body = socket.getInputStream().readNBytes(length);
    return new Answer(
        head.status, head.reason, head.headers, new String(body, StandardCharsets.UTF_8));
  }

  Answer readHead() throws IOException {
    InputStream in = socket.getInputStream();
    String status = line(in);
    TreeMap<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (first, second) -> first + "|" + second);
    }
    String[] parts = status.split(" ", 3);
    return new Answer(Integer.parseInt(parts[1]), parts[2], headers, "");
  }

  boolean closedByServer() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("closed after: " + line.toString(StandardCharsets.UTF_8));
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
