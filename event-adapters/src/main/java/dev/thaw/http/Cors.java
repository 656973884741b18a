package dev.thaw.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins call the function (Cross-Origin Resource Sharing): answers preflight
 * requests and adds the headers that browsers look for.
 *
 * <pre>{@code
 * Cors.allow("https://shop.example").methods("GET", "PUT").headers("content-type").around(router)
 * }</pre>
 *
 * <p>For functions behind an Application Load Balancer or VPC Lattice, which know nothing of it.
 * API Gateway's HTTP APIs and Function URLs can do it themselves: where they are configured to,
 * they answer preflight requests without the function and put headers of their own beside these,
 * and browsers refuse an {@code Access-Control-Allow-Origin} that is there twice. One of both,
 * then. A REST API needs an {@code OPTIONS} method for preflight requests to reach the function.
 *
 * <p>It does not change: each method gives another one.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">The protocol</a>
 */
public final class Cors {
  private static final String ANY = "*";

  private final List<String> origins;
  private final List<String> methods;
  private final List<String> headers;
  private final List<String> exposed;
  private final boolean credentials;
  private final long maxAge;

  private Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      boolean credentials,
      long maxAge) {
    if (credentials
        && (origins.contains(ANY)
            || methods.contains(ANY)
            || headers.contains(ANY)
            || exposed.contains(ANY))) {
      throw new IllegalArgumentException(
          "With credentials browsers take no *: name origins, methods and headers");
    }
    this.origins = List.copyOf(origins);
    this.methods = List.copyOf(methods);
    this.headers = List.copyOf(headers);
    this.exposed = List.copyOf(exposed);
    this.credentials = credentials;
    this.maxAge = maxAge;
  }

  /**
   * Allows pages of some origins to send simple requests: {@code GET}, {@code HEAD} and {@code
   * POST} as a form can.
   *
   * @param origins as browsers send them, such as {@code https://shop.example} or {@code
   *     http://localhost:3000}; {@code *} for all
   * @throws IllegalArgumentException if one is not an origin
   */
  public static Cors allow(String... origins) {
    if (origins.length == 0) {
      throw new IllegalArgumentException("No origin");
    }
    for (String origin : origins) {
      checkOrigin(origin);
    }
    return new Cors(List.of(origins), List.of(), List.of(), List.of(), false, -1);
  }

  /** Methods besides {@code GET}, {@code HEAD} and {@code POST}; {@code *} for all. */
  public Cors methods(String... methods) {
    return new Cors(origins, tokens(methods), headers, exposed, credentials, maxAge);
  }

  /**
   * Headers that requests may have besides the simple ones; {@code *} for all but {@code
   * authorization}. JSON needs {@code content-type}.
   */
  public Cors headers(String... names) {
    return new Cors(origins, methods, tokens(names), exposed, credentials, maxAge);
  }

  /** Headers of the response that the page may read besides the simple ones; {@code *} for all. */
  public Cors expose(String... names) {
    return new Cors(origins, methods, headers, tokens(names), credentials, maxAge);
  }

  /**
   * Lets requests carry cookies and other credentials, and the page read the responses.
   *
   * @throws IllegalArgumentException if anything was allowed with {@code *}
   */
  public Cors credentials() {
    return new Cors(origins, methods, headers, exposed, true, maxAge);
  }

  /**
   * How long browsers may keep the answer to a preflight request; 5 seconds if it is not said.
   *
   * @param time in whole seconds; browsers cut it off at two hours or a day
   */
  public Cors maxAge(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Not an age: " + time);
    }
    return new Cors(origins, methods, headers, exposed, credentials, time.toSeconds());
  }

  /**
   * A handler with this around it. Preflight requests do not reach the handler; of those that do,
   * responses of the handler and {@link HttpException}s get the headers. Should the handler fail
   * the invocation, the front door's own error has none: a {@link Router} inside avoids that.
   */
  public HttpHandler around(HttpHandler handler) {
    return new CorsHandler(this, handler);
  }

  /** The headers of the answer to a preflight request. */
  HttpResponse preflight(HttpRequest request) {
    HttpResponse response = HttpResponse.of(204);
    if (!origins.contains(ANY)) {
      response = response.header("vary", "Origin");
    }
    response = response.header("vary", "Access-Control-Request-Method");
    response = response.header("vary", "Access-Control-Request-Headers");
    String origin = allowed(request);
    if (origin == null) {
      return response;
    }
    response = allowing(response, origin);
    response = list(response, "access-control-allow-methods", methods);
    response = list(response, "access-control-allow-headers", headers);
    return maxAge < 0 ? response : response.header("access-control-max-age", Long.toString(maxAge));
  }

  /** A handler's response with the headers; it may have some from the handler, which give way. */
  HttpResponse answer(HttpRequest request, HttpResponse response) {
    HttpResponse answer =
        response
            .withoutHeader("access-control-allow-origin")
            .withoutHeader("access-control-allow-credentials");
    if (!origins.contains(ANY)) {
      answer = answer.header("vary", "Origin");
    }
    String origin = allowed(request);
    return origin == null
        ? answer
        : list(allowing(answer, origin), "access-control-expose-headers", exposed);
  }

  /** What to allow a request's origin with; null if it is not allowed, or has none. */
  private @Nullable String allowed(HttpRequest request) {
    String origin = request.header("origin");
    if (origin == null) {
      return null;
    }
    return origins.contains(ANY) ? ANY : origins.contains(origin) ? origin : null;
  }

  private HttpResponse allowing(HttpResponse response, String origin) {
    HttpResponse allowing = response.header("access-control-allow-origin", origin);
    return credentials ? allowing.header("access-control-allow-credentials", "true") : allowing;
  }

  private static HttpResponse list(HttpResponse response, String name, List<String> values) {
    return values.isEmpty() ? response : response.withHeader(name, String.join(", ", values));
  }

  private static List<String> tokens(String... values) {
    List<String> tokens = new ArrayList<>();
    for (String value : values) {
      String token = value.strip();
      boolean right = !token.isEmpty();
      for (int i = 0; right && i < token.length(); i++) {
        char c = token.charAt(i);
        right = c > ' ' && c < 0x7f && c != ',';
      }
      if (!right) {
        throw new IllegalArgumentException("Not one name: " + value);
      }
      tokens.add(token);
    }
    return tokens;
  }

  private static void checkOrigin(String origin) {
    int scheme = origin.indexOf("://");
    boolean right = scheme > 0 && origin.length() > scheme + 3;
    for (int i = scheme + 3; right && i < origin.length(); i++) {
      char c = origin.charAt(i);
      right = c > ' ' && c < 0x7f && "/*,?#@".indexOf(c) < 0 && !Character.isUpperCase(c);
    }
    if (!right && !origin.equals(ANY)) {
      throw new IllegalArgumentException(
          "Not an origin: "
              + origin
              + "; it is scheme, host and port, in lower case and without a slash at the end, as in"
              + " https://shop.example");
    }
  }
}
