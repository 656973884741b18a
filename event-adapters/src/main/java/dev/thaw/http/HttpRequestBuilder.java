package dev.thaw.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests for tests of a handler, as a Function URL would send them unless told otherwise.
 *
 * <pre>{@code
 * HttpRequest request = HttpRequest.builder("POST", "/orders?dry=1").json("{\"item\":7}").build();
 * }</pre>
 */
public final class HttpRequestBuilder {
  private final String method;
  private final String target;
  private HttpSource source = HttpSource.FUNCTION_URL;
  private final HttpFields headers = new HttpFields();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private byte @Nullable [] body;
  private @Nullable String clientAddress;
  private @Nullable String stage;

  HttpRequestBuilder(String method, String target) {
    this.method = method;
    this.target = target;
  }

  /** What it came through. */
  public HttpRequestBuilder source(HttpSource source) {
    this.source = source;
    return this;
  }

  /** One header more, behind those of the same name. */
  public HttpRequestBuilder header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  /** One cookie more. */
  public HttpRequestBuilder cookie(String name, String value) {
    return header("cookie", name + "=" + value);
  }

  /** The body, as UTF-8; its content type is a header of its own. */
  public HttpRequestBuilder body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The body; its content type is a header of its own. */
  public HttpRequestBuilder body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  /** A body of JSON, with its content type. */
  public HttpRequestBuilder json(String json) {
    return header("content-type", "application/json").body(json);
  }

  /** What an authorizer says about the caller. */
  public HttpRequestBuilder claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  /** The client's address. */
  public HttpRequestBuilder clientAddress(String address) {
    clientAddress = address;
    return this;
  }

  /** API Gateway's stage. */
  public HttpRequestBuilder stage(String name) {
    stage = name;
    return this;
  }

  /** The request. */
  public HttpRequest build() {
    HttpEvent event = new HttpEvent();
    int question = target.indexOf('?');
    event.source = source;
    event.method = method;
    event.rawPath = question < 0 ? target : target.substring(0, question);
    event.queryText = question < 0 ? "" : target.substring(question + 1);
    HttpFields copy = new HttpFields();
    for (int i = 0; i < headers.size(); i++) {
      copy.add(headers.name(i), headers.value(i));
    }
    event.headers = copy;
    event.bytes = body;
    event.claims = Map.copyOf(claims);
    event.sourceIp = clientAddress;
    event.stage = stage;
    return new HttpRequest(event);
  }
}
