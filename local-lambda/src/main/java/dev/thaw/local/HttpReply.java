package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP answer, whole: what is written to the socket is {@link #bytes}. */
final class HttpReply {
  private final int status;
  private final String reason;
  private final List<Header> headers;
  private final byte[] body;
  private final Delivery delivery;
  private final byte @Nullable [] raw;

  HttpReply(int status, List<Header> headers, byte[] body) {
    this(status, reason(status), headers, body);
  }

  HttpReply(int status, String reason, List<Header> headers, byte[] body) {
    this(status, reason, headers, body, Delivery.USUAL, null);
  }

  private HttpReply(
      int status,
      String reason,
      List<Header> headers,
      byte[] body,
      Delivery delivery,
      byte @Nullable [] raw) {
    this.status = status;
    this.reason = reason;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.delivery = delivery;
    this.raw = raw;
  }

  /** Bytes that go out as they are, whether they are HTTP or not. */
  static HttpReply raw(byte[] bytes) {
    return new HttpReply(200, "OK", List.of(), new byte[0], Delivery.USUAL, bytes);
  }

  static HttpReply json(int status, byte[] body) {
    return new HttpReply(status, List.of(new Header("Content-Type", "application/json")), body);
  }

  static HttpReply text(int status, String body) {
    return new HttpReply(
        status,
        List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  int status() {
    return status;
  }

  HttpReply with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new HttpReply(status, reason, more, body, delivery, raw);
  }

  HttpReply delivered(Delivery how) {
    return new HttpReply(status, reason, headers, body, how, raw);
  }

  Delivery delivery() {
    return delivery;
  }

  /** Head and body together, so that both leave in one write. */
  byte[] bytes(boolean keepAlive, boolean withBody) {
    if (raw != null) {
      return raw.clone();
    }
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ').append(reason).append("\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (status != 204 && status != 304) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    if (!keepAlive || delivery.close() == Delivery.Close.ANNOUNCED) {
      head.append("Connection: close\r\n");
    }
    head.append("\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    int length = withBody && status != 204 && status != 304 ? body.length : 0;
    byte[] whole = new byte[start.length + length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, length);
    return whole;
  }

  static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 413 -> "Request Entity Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Entity";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      case 505 -> "HTTP Version Not Supported";
      default -> "Status " + status;
    };
  }
}
