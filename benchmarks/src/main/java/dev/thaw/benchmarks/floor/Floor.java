package dev.thaw.benchmarks.floor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/**
 * The least that a Java program has to do to serve Lambda's Runtime API: it polls, reads the whole
 * event without looking at it, and answers a constant, given as its only argument. Whatever a
 * runtime does on top of this program is what that runtime costs.
 *
 * <p>Written for start-up: one class, no string concatenation, no name resolution, no proxy or
 * SOCKS look-up, one write for each request.
 */
public final class Floor {
  private static final int RECEIVE = 16 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[RECEIVE];
  private int length;

  private Floor(InputStream in) {
    this.in = in;
  }

  public static void main(String[] arguments) throws IOException {
    String api = System.getenv("AWS_LAMBDA_RUNTIME_API");
    int colon = api.indexOf(':');
    byte[] answer = arguments[0].getBytes(UTF_8);
    byte[] next = request("GET /2018-06-01/runtime/invocation/next", api, -1);
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(
              InetAddress.getByAddress(address(api, colon)),
              Integer.parseInt(api, colon + 1, api.length(), 10)));
      Floor floor = new Floor(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (true) {
        out.write(next);
        if (!floor.read()) {
          return;
        }
        out.write(floor.response(api, answer));
        if (!floor.read()) {
          return;
        }
      }
    }
  }

  private byte[] response(String api, byte[] answer) {
    String name = "lambda-runtime-aws-request-id: ";
    int from = indexOf(name) + name.length();
    int to = from;
    while (buffer[to] != '\r') {
      to++;
    }
    StringBuilder path = new StringBuilder(128).append("POST /2018-06-01/runtime/invocation/");
    path.append(new String(buffer, from, to - from, ISO_8859_1)).append("/response");
    byte[] head = request(path, api, answer.length);
    byte[] request = new byte[head.length + answer.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(answer, 0, request, head.length, answer.length);
    return request;
  }

  private static byte[] request(CharSequence line, String api, int length) {
    StringBuilder head = new StringBuilder(256).append(line).append(" HTTP/1.1\r\nHost: ");
    head.append(api).append("\r\n");
    if (length >= 0) {
      head.append("Content-Type: application/json\r\nContent-Length: ");
      head.append(length).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  /** Reads one message, head and body; false at the end of the stream. */
  private boolean read() throws IOException {
    length = 0;
    int bodyAt = -1;
    int end = Integer.MAX_VALUE;
    while (length < end) {
      if (length == buffer.length) {
        byte[] larger = new byte[buffer.length * 2];
        System.arraycopy(buffer, 0, larger, 0, length);
        buffer = larger;
      }
      int read = in.read(buffer, length, buffer.length - length);
      if (read < 0) {
        return false;
      }
      length += read;
      if (bodyAt < 0) {
        bodyAt = indexOf("\r\n\r\n") + 4;
        if (bodyAt < 4) {
          bodyAt = -1;
          continue;
        }
        end = bodyAt + contentLength();
      }
    }
    return true;
  }

  private int contentLength() {
    String name = "content-length: ";
    int at = indexOf(name) + name.length();
    int value = 0;
    while (buffer[at] != '\r') {
      value = value * 10 + buffer[at++] - '0';
    }
    return value;
  }

  /** Where a text, in lower case, stands in what was read, whatever the case there; else -1. */
  private int indexOf(String text) {
    int last = length - text.length();
    for (int at = 0; at <= last; at++) {
      int matched = 0;
      while (matched < text.length() && lower(buffer[at + matched]) == text.charAt(matched)) {
        matched++;
      }
      if (matched == text.length()) {
        return at;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }

  private static byte[] address(String api, int colon) {
    byte[] address = new byte[4];
    int part = 0;
    for (int at = 0; at < colon; at++) {
      char c = api.charAt(at);
      if (c == '.') {
        part++;
      } else {
        address[part] = (byte) (address[part] * 10 + c - '0');
      }
    }
    return address;
  }
}
