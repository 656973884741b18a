package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP request as a server of this package received it. */
public final class ReceivedRequest {
  /** How much of the body arrived. */
  public enum Completeness {
    /** All of it. */
    COMPLETE,
    /** The peer closed the connection, or broke the chunked encoding, in the middle. */
    TRUNCATED,
    /** More than the server accepts: what lies beyond the limit was thrown away. */
    TOO_LARGE
  }

  private final int connection;
  private final Instant time;
  private final long nanoTime;
  private final HttpHead head;
  private final HttpBody body;

  ReceivedRequest(int connection, Instant time, long nanoTime, HttpHead head, HttpBody body) {
    this.connection = connection;
    this.time = time;
    this.nanoTime = nanoTime;
    this.head = head;
    this.body = body;
  }

  /** The connection that it came on, counted from 1 by the server. */
  public int connection() {
    return connection;
  }

  /** When its last header had arrived. */
  public Instant time() {
    return time;
  }

  /** When its last header had arrived, as {@link System#nanoTime}. */
  public long nanoTime() {
    return nanoTime;
  }

  /** The request line, such as {@code GET /2018-06-01/runtime/invocation/next HTTP/1.1}. */
  public String requestLine() {
    return head.method() + " " + head.target() + " " + head.version();
  }

  /** The method, such as {@code POST}. */
  public String method() {
    return head.method();
  }

  /** Path and query, undecoded. */
  public String target() {
    return head.target();
  }

  /** The path, undecoded. */
  public String path() {
    int query = head.target().indexOf('?');
    return query < 0 ? head.target() : head.target().substring(0, query);
  }

  /** What stands behind the question mark, undecoded; null without one. */
  public @Nullable String query() {
    int query = head.target().indexOf('?');
    return query < 0 ? null : head.target().substring(query + 1);
  }

  /** The headers in the order in which they were sent. */
  public List<Header> headers() {
    return head.headers();
  }

  /** The first header of that name, in any case; null if there is none. */
  public @Nullable String header(String name) {
    return Header.first(head.headers(), name);
  }

  /**
   * The body without its transfer encoding; empty if there is none, while a streamed response has
   * not ended, and for one that went to a {@link StreamedResponse}.
   */
  public byte[] body() {
    return body.bytes();
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }

  /** The trailers of a chunked body. */
  public List<Header> trailers() {
    return body.trailers();
  }

  /** How much of the body arrived. */
  public Completeness completeness() {
    return body.completeness();
  }

  HttpBody received() {
    return body;
  }

  boolean bodyEnded() {
    return body.stream().ended();
  }

  /** The request line and the size of the body: nothing that a log should not hold. */
  @Override
  public String toString() {
    return requestLine() + " (" + body.bytes().length + " bytes)";
  }
}
