package dev.thaw.http;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, whichever front door it came through. It does not change; what is derived from
 * what the event says is derived when it is asked for.
 *
 * <p>For tests of a handler: {@code HttpRequest.of("GET", "/cart?user=7")} and {@link #builder}.
 */
public final class HttpRequest {
  private final HttpEvent event;
  private final HttpFields headers;
  private final Map<String, String> pathParameters;
  private @Nullable String path;
  private volatile @Nullable HttpFields query;
  private volatile @Nullable HttpFields cookies;
  private volatile byte @Nullable [] body;

  HttpRequest(HttpEvent event) {
    this(event, event.headers, event.pathParameters);
  }

  private HttpRequest(HttpEvent event, HttpFields headers, Map<String, String> pathParameters) {
    this.event = event;
    this.headers = headers;
    this.pathParameters = pathParameters;
  }

  /**
   * A request without a body.
   *
   * @param target path and query, percent-encoded, such as {@code /search?q=a%20b}
   */
  public static HttpRequest of(String method, String target) {
    return builder(method, target).build();
  }

  /** A request to be put together. */
  public static HttpRequestBuilder builder(String method, String target) {
    return new HttpRequestBuilder(method, target);
  }

  HttpEvent event() {
    return event;
  }

  /** What it came through. */
  public HttpSource source() {
    return event.source;
  }

  /** The method, such as {@code GET}. */
  public String method() {
    return event.method;
  }

  /**
   * The path, decoded, without an HTTP API's stage in front. The mapping of a custom domain stays,
   * since it is the user's own word; but an HTTP API with payload format 2.0 does not send it.
   */
  public String path() {
    String decoded = path;
    if (decoded == null) {
      decoded = event.pathEncoded ? PercentText.decode(event.rawPath, false) : event.rawPath;
      path = decoded;
    }
    return decoded;
  }

  /**
   * The path as the source sends it, without a stage in front: percent-encoded as the client sent
   * it, so that {@code %2F} can be told from a slash. An HTTP API alone has decoded it already.
   */
  public String rawPath() {
    return event.rawPath;
  }

  /** The query, percent-encoded, without a question mark; empty if there is none. */
  public String rawQuery() {
    return QueryText.raw(event);
  }

  private HttpFields parameters() {
    HttpFields decoded = query;
    if (decoded == null) {
      decoded = QueryText.decoded(event);
      query = decoded;
    }
    return decoded;
  }

  /** The first value of a query parameter, decoded; empty where it has a name only. */
  public @Nullable String query(String name) {
    return parameters().first(name);
  }

  /** All values of a query parameter, decoded, in order; empty if there is none. */
  public List<String> queryAll(String name) {
    return parameters().all(name, false);
  }

  /**
   * All query parameters, decoded, in order. A load balancer without multi-value headers sends only
   * the last value of each.
   */
  public Map<String, List<String>> query() {
    return parameters().toMap(false);
  }

  /** The first value of a header; its name in any case. */
  public @Nullable String header(String name) {
    return headers.firstIgnoringCase(name);
  }

  /** All values of a header, in order; its name in any case. */
  public List<String> headers(String name) {
    return headers.all(name, true);
  }

  /**
   * All headers, by names in lower case. Where a client sent several of the same name, an HTTP API
   * and a Function URL make them one with commas, and a load balancer without multi-value headers
   * sends the last.
   */
  public Map<String, List<String>> headers() {
    return headers.toMap(true);
  }

  private HttpFields cookieFields() {
    HttpFields parsed = cookies;
    if (parsed == null) {
      parsed = Cookies.of(headers.all("cookie", true));
      cookies = parsed;
    }
    return parsed;
  }

  /** The first value of a cookie. */
  public @Nullable String cookie(String name) {
    return cookieFields().first(name);
  }

  /** All cookies, in order. */
  public Map<String, List<String>> cookies() {
    return cookieFields().toMap(false);
  }

  /**
   * The address that the source saw, which the client cannot choose. Behind a load balancer and VPC
   * Lattice it is the last of {@code X-Forwarded-For}, which they append to; where another proxy
   * stands in front, it is that proxy's.
   *
   * @return null if the source does not tell, as in a load balancer's health check
   */
  public @Nullable String clientAddress() {
    return event.sourceIp == null ? ClientAddress.of(event.headers) : event.sourceIp;
  }

  /** API Gateway's stage, such as {@code prod} or {@code $default}; null elsewhere. */
  public @Nullable String stage() {
    return event.stage;
  }

  /** The name that the client called. */
  public @Nullable String domainName() {
    return event.domainName == null ? header("host") : event.domainName;
  }

  /** The id that API Gateway or the Function URL gave the request; null elsewhere. */
  public @Nullable String requestId() {
    return event.requestId;
  }

  /**
   * What the source knows of the caller: the claims of a JWT or of a Cognito user pool, the context
   * that a Lambda authorizer returned, what IAM knows, or VPC Lattice's identity. Values are
   * strings, longs, doubles, booleans, lists and maps.
   *
   * @return empty if nobody was asked
   */
  public Map<String, Object> claims() {
    return event.claims;
  }

  /** One of {@link #claims} if it is there, and text. */
  public @Nullable String claim(String name) {
    return event.claims.get(name) instanceof String text ? text : null;
  }

  /** Whether an Application Load Balancer asks whether the function is well. */
  public boolean isHealthCheck() {
    String agent = event.headers.firstIgnoringCase("user-agent");
    // A client can call itself so, but what clients send has been forwarded.
    return event.source == HttpSource.ALB
        && agent != null
        && agent.startsWith("ELB-HealthChecker/")
        && event.headers.firstIgnoringCase("x-forwarded-for") == null;
  }

  /** The header {@code Content-Type}. */
  public @Nullable String contentType() {
    return header("content-type");
  }

  /** The value of a variable in the path template of the route: a router's, else API Gateway's. */
  public @Nullable String pathParameter(String name) {
    return pathParameters.get(name);
  }

  /** The values of all variables in the path template of the route. */
  public Map<String, String> pathParameters() {
    return pathParameters;
  }

  /** The same request with the variables of a path template. */
  HttpRequest withPathParameters(Map<String, String> parameters) {
    return new HttpRequest(event, headers, Map.copyOf(parameters));
  }

  /** The same request with a header, in place of those of the same name. */
  public HttpRequest withHeader(String name, String value) {
    return new HttpRequest(event, headers.without(name).with(name, value), pathParameters);
  }

  /** The body's bytes; empty if there is none. */
  public byte[] body() {
    return bytes().clone();
  }

  private byte[] bytes() {
    byte[] decoded = body;
    if (decoded == null) {
      decoded = RequestBody.bytes(event);
      body = decoded;
    }
    return decoded;
  }

  /** The body as text, in the character set of its content type, else UTF-8. */
  public String text() {
    if (event.body != null && !event.base64) {
      return event.body;
    }
    return new String(bytes(), RequestBody.charset(contentType()));
  }

  /**
   * The body as a value.
   *
   * @return null for {@code null}, which any client may send; most types take an empty array or
   *     string for it too
   * @throws HttpException 400 if it is malformed or of the wrong shape, or if a constructor of the
   *     type refuses it, saying where
   */
  public <T> @Nullable T json(Class<T> type) {
    return json(Json.codec(type));
  }

  /**
   * The body as a value.
   *
   * @throws HttpException 400 if it is malformed or of the wrong shape, or if a constructor of the
   *     type refuses it, saying where
   */
  public <T> @Nullable T json(Codec<T> codec) {
    return RequestBody.json(bytes(), codec);
  }

  /** Method, path and source; neither query nor headers nor body, which may be secret. */
  @Override
  public String toString() {
    return event.method + " " + event.rawPath + " (" + event.source + ")";
  }
}
