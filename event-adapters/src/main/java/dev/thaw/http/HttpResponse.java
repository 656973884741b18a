package dev.thaw.http;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response, whichever front door it goes through. It does not change: each method that adds
 * something gives another one.
 */
public final class HttpResponse {
  private static final String SEPARATORS = "\"(),/:;<=>?@[\\]{}";

  private final int status;
  private final HttpFields headers;
  private final byte[] body;
  private final @Nullable HttpBodyWriter writer;

  private HttpResponse(int status, HttpFields headers, byte[] body) {
    this(status, headers, body, null);
  }

  private HttpResponse(
      int status, HttpFields headers, byte[] body, @Nullable HttpBodyWriter writer) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.writer = writer;
  }

  /**
   * A status without a body.
   *
   * @param status 200 to 599
   * @throws IllegalArgumentException if it is another
   */
  public static HttpResponse of(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("Not the status of a response: " + status);
    }
    return new HttpResponse(status, new HttpFields(), new byte[0]);
  }

  /** Plain text, as UTF-8. */
  public static HttpResponse text(int status, String text) {
    return of(status).withBody("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A page, as UTF-8. */
  public static HttpResponse html(int status, String html) {
    return of(status).withBody("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A value as JSON.
   *
   * @param value of a class that has a codec; null is JSON's {@code null}
   * @throws IllegalArgumentException if its class has none
   */
  @SuppressWarnings("unchecked") // the codec of the value's own class
  public static HttpResponse json(int status, @Nullable Object value) {
    return value == null
        ? of(status).withBody("application/json", "null".getBytes(StandardCharsets.US_ASCII))
        : json(status, value, (Codec<Object>) Json.codec(value.getClass()));
  }

  /** A value as JSON. */
  public static <T> HttpResponse json(int status, @Nullable T value, Codec<T> codec) {
    return of(status).withBody("application/json", Json.write(value, codec));
  }

  /** Bytes of some type. */
  public static HttpResponse bytes(int status, String contentType, byte[] bytes) {
    return of(status).withBody(contentType, bytes.clone());
  }

  /**
   * A body that is written while the client reads it, up to Lambda's 200 MB.
   *
   * <p>It is streamed where the front door asks for it: a Function URL with the invoke mode {@code
   * RESPONSE_STREAM} or a REST API with the response transfer mode {@code STREAM}. No request says
   * which mode its front door is in, so the function says it, by the environment variable {@code
   * THAW_HTTP_RESPONSE_MODE=streaming}. Everywhere else, and without the variable, the body is
   * gathered and sent in one piece, up to Lambda's 6 MB and a load balancer's 1 MB, in base64 where
   * it is not text.
   *
   * @param writer called once, when the handler has returned
   */
  public static HttpResponse stream(int status, String contentType, HttpBodyWriter writer) {
    HttpResponse head = of(status).header("content-type", contentType);
    return new HttpResponse(status, head.headers, head.body, writer);
  }

  /** Sends the client elsewhere, with 302. */
  public static HttpResponse redirect(String location) {
    return redirect(302, location);
  }

  /**
   * Sends the client elsewhere.
   *
   * @param status 300 to 399, such as 303 after a form and 308 for good
   * @throws IllegalArgumentException if it is another
   */
  public static HttpResponse redirect(int status, String location) {
    if (status < 300 || status > 399) {
      throw new IllegalArgumentException("Not the status of a redirection: " + status);
    }
    return of(status).header("location", location);
  }

  /** The status, 200 to 599. */
  public int status() {
    return status;
  }

  /** The first value of a header; its name in any case. */
  public @Nullable String header(String name) {
    return headers.firstIgnoringCase(name);
  }

  /** All values of a header, in order; its name in any case. */
  public List<String> headers(String name) {
    return headers.all(name, true);
  }

  /** All headers, by names in lower case; each cookie is a {@code set-cookie}. */
  public Map<String, List<String>> headers() {
    return headers.toMap(true);
  }

  HttpFields fields() {
    return headers;
  }

  /**
   * The body's bytes; empty if there is none.
   *
   * @throws IllegalStateException if it is {@link #isStreamed streamed}
   */
  public byte[] body() {
    return bytes().clone();
  }

  /** The body itself, not to be changed. */
  byte[] bytes() {
    if (writer != null) {
      throw new IllegalStateException("The body is not there yet: writeBody writes it");
    }
    return body;
  }

  /** Whether the body is not there yet, but still to be written. */
  public boolean isStreamed() {
    return writer != null;
  }

  /**
   * Writes the body, a streamed one too.
   *
   * @throws Exception what its writer throws
   */
  public void writeBody(OutputStream out) throws Exception {
    if (writer == null) {
      out.write(body);
    } else {
      writer.write(out);
    }
  }

  /** The body as text, from UTF-8. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /**
   * The same with one header more, behind those of the same name.
   *
   * @throws IllegalArgumentException if HTTP does not allow the name, or control characters in the
   *     value
   */
  public HttpResponse header(String name, String value) {
    check(name, value);
    return new HttpResponse(status, headers.with(name, value), body, writer);
  }

  /** The same with a header in place of those of the same name. */
  public HttpResponse withHeader(String name, String value) {
    check(name, value);
    return new HttpResponse(status, headers.without(name).with(name, value), body, writer);
  }

  /** The same without the headers of a name. */
  public HttpResponse withoutHeader(String name) {
    return new HttpResponse(status, headers.without(name), body, writer);
  }

  /** The same with one cookie more, such as {@code cart=7; Secure; HttpOnly}. */
  public HttpResponse cookie(String cookie) {
    return header("set-cookie", cookie);
  }

  /** The same with another body; its headers stay. */
  public HttpResponse withBody(byte[] bytes) {
    return new HttpResponse(status, headers, bytes.clone());
  }

  /** The same without its body; its headers stay, as in the answer to a {@code HEAD}. */
  HttpResponse withoutBody() {
    return new HttpResponse(status, headers, new byte[0]);
  }

  private HttpResponse withBody(String contentType, byte[] bytes) {
    check("content-type", contentType);
    return new HttpResponse(
        status, headers.without("content-type").with("content-type", contentType), bytes);
  }

  private static void check(String name, String value) {
    boolean token = !name.isEmpty();
    for (int i = 0; token && i < name.length(); i++) {
      char c = name.charAt(i);
      token = c > ' ' && c < 0x7f && SEPARATORS.indexOf(c) < 0;
    }
    if (!token) {
      throw new IllegalArgumentException("Not the name of an HTTP header: " + name);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IllegalArgumentException("The header " + name + " has a control character");
      }
    }
  }

  /** Status and size; neither headers nor body, which may be secret. */
  @Override
  public String toString() {
    return status + (writer == null ? " (" + body.length + " bytes)" : " (streamed)");
  }
}
