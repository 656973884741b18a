package dev.thaw.http;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP request. */
public final class HttpRequest {
  private final HttpSource source;
  private final String method;
  private final String path;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final Map<String, String> pathParameters;

  HttpRequest(
      HttpSource source,
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body,
      Map<String, String> pathParameters) {
    this.source = source;
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.pathParameters = pathParameters;
  }

  /** What it came through. */
  public HttpSource source() {
    return source;
  }

  /** The method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The path, decoded, without a stage in front. */
  public String path() {
    return path;
  }

  /** The first value of a query parameter, decoded. */
  public @Nullable String query(String name) {
    List<String> values = query.get(name);
    return values == null ? null : values.getFirst();
  }

  /** All query parameters, decoded, in order. */
  public Map<String, List<String>> query() {
    return query;
  }

  /** The first value of a header; its name in any case. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.getFirst();
  }

  /** All headers, by names in lower case. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The value of a variable in the path template of the route. */
  public @Nullable String pathParameter(String name) {
    return pathParameters.get(name);
  }

  /** The same request with the variables of a path template. */
  HttpRequest withPathParameters(Map<String, String> parameters) {
    return new HttpRequest(source, method, path, query, headers, body, parameters);
  }

  /** The body's bytes; empty if there is none. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a value. */
  public <T> @Nullable T json(Class<T> type) {
    return json(Json.codec(type));
  }

  /** The body as a value. */
  public <T> @Nullable T json(Codec<T> codec) {
    return Json.read(body, codec);
  }
}
