package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.handler.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CORS protocol of https://fetch.spec.whatwg.org/#http-cors-protocol, headers by headers. */
class CorsTest {
  private static final String SHOP = "https://shop.example";
  private static final HttpHandler HANDLER =
      (request, invocation) -> {
        if (request.path().equals("/missing")) {
          throw new HttpException(404, "No");
        }
        return HttpResponse.text(200, "handled").header("vary", "Accept-Encoding");
      };

  private static HttpResponse send(Cors cors, HttpRequestBuilder request) throws Exception {
    return cors.around(HANDLER).handle(request.build(), Invocation.builder().build());
  }

  private static HttpRequestBuilder preflight(String origin) {
    return HttpRequest.builder("OPTIONS", "/carts/7")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PUT")
        .header("Access-Control-Request-Headers", "content-type");
  }

  private static HttpRequestBuilder get(String origin) {
    return HttpRequest.builder("GET", "/").header("origin", origin);
  }

  private static Map<String, List<String>> crossOrigin(HttpResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers());
    headers.keySet().removeIf(name -> !name.startsWith("access-control-"));
    return headers;
  }

  private static final Cors FULL =
      Cors.allow(SHOP, "http://localhost:3000")
          .methods("GET", "PUT")
          .headers("Content-Type", "X-Csrf")
          .expose("X-Request-Id", "ETag")
          .credentials()
          .maxAge(Duration.ofMinutes(10));

  @Test
  void answersPreflightRequestsItself() throws Exception {
    HttpResponse response = send(FULL, preflight(SHOP));
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(crossOrigin(response))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", List.of(SHOP),
                "access-control-allow-credentials", List.of("true"),
                "access-control-allow-methods", List.of("GET, PUT"),
                "access-control-allow-headers", List.of("Content-Type, X-Csrf"),
                "access-control-max-age", List.of("600")));
    assertThat(response.headers("vary")).contains("Origin");
  }

  @Test
  void addsHeadersToResponses() throws Exception {
    HttpResponse response = send(FULL, get("http://localhost:3000"));
    assertThat(response.text()).isEqualTo("handled");
    assertThat(crossOrigin(response))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", List.of("http://localhost:3000"),
                "access-control-allow-credentials", List.of("true"),
                "access-control-expose-headers", List.of("X-Request-Id, ETag")));
    assertThat(response.headers("vary")).containsExactly("Accept-Encoding", "Origin");
    HttpResponse missing =
        send(FULL, HttpRequest.builder("GET", "/missing").header("origin", SHOP));
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("access-control-allow-origin")).isEqualTo(SHOP);
  }

  /** Browsers refuse what has no headers; caches must know that others would get some. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.evil.example",
        "http://shop.example",
        "https://shop.example:8443",
        "HTTPS://SHOP.EXAMPLE",
        "null"
      })
  void otherOriginsGetNothing(String origin) throws Exception {
    HttpResponse preflight = send(FULL, preflight(origin));
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(crossOrigin(preflight)).isEmpty();
    assertThat(preflight.headers("vary")).contains("Origin");
    HttpResponse response = send(FULL, get(origin));
    assertThat(response.text()).isEqualTo("handled");
    assertThat(crossOrigin(response)).isEmpty();
    assertThat(response.headers("vary")).contains("Origin");
  }

  @Test
  void whatIsNotCrossOriginIsLeftAlone() throws Exception {
    HttpResponse response = send(FULL, HttpRequest.builder("GET", "/"));
    assertThat(crossOrigin(response)).isEmpty();
    assertThat(response.headers("vary")).containsExactly("Accept-Encoding", "Origin");
    assertThat(send(FULL, HttpRequest.builder("OPTIONS", "/")).text()).isEqualTo("handled");
    assertThat(send(FULL, HttpRequest.builder("OPTIONS", "/").header("origin", SHOP)).text())
        .isEqualTo("handled");
  }

  @Test
  void anyOrigin() throws Exception {
    Cors any = Cors.allow("*").methods("*").headers("*");
    HttpResponse preflight = send(any, preflight("null"));
    assertThat(crossOrigin(preflight))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", List.of("*"),
                "access-control-allow-methods", List.of("*"),
                "access-control-allow-headers", List.of("*")));
    HttpResponse response = send(any, get(SHOP));
    assertThat(crossOrigin(response))
        .isEqualTo(Map.of("access-control-allow-origin", List.of("*")));
    assertThat(response.headers("vary")).containsExactly("Accept-Encoding");
  }

  /** A second Access-Control-Allow-Origin would make browsers refuse the response. */
  @Test
  void headersOfTheHandlerGiveWay() throws Exception {
    HttpHandler handler =
        FULL.around(
            (request, invocation) ->
                HttpResponse.of(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Expose-Headers", "X-Other"));
    HttpResponse response = handler.handle(get(SHOP).build(), Invocation.builder().build());
    assertThat(response.headers("access-control-allow-origin")).containsExactly(SHOP);
    assertThat(response.headers("access-control-expose-headers"))
        .containsExactly("X-Request-Id, ETag");
  }

  @Test
  void noCredentialsWithWildcards() {
    assertThatThrownBy(() -> Cors.allow("*").credentials())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cors.allow(SHOP).headers("*").credentials())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cors.allow(SHOP).credentials().methods("*"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "https://shop.example/",
        "https://",
        "https://*.shop.example",
        "https://shop.example/path",
        "https://a, https://b",
        "https://Shop.example",
        "://x"
      })
  void refusesWhatIsNoOrigin(String origin) {
    assertThatThrownBy(() -> Cors.allow(origin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not an origin: " + origin);
    assertThatThrownBy(() -> Cors.allow()).isInstanceOf(IllegalArgumentException.class);
  }

  /** Here, in the init phase, and not at the first preflight request. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a, b", "a b", "a\r\nb", "ä"})
  void refusesWhatIsNoName(String name) {
    Cors cors = Cors.allow(SHOP);
    assertThatThrownBy(() -> cors.methods(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cors.headers(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cors.expose(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // what an author may do all the same
  void saysThatAHandlerHasReturnedNull() {
    HttpHandler handler = FULL.around((request, invocation) -> null);
    HttpRequest request = get(SHOP).build();
    assertThatThrownBy(() -> handler.handle(request, Invocation.builder().build()))
        .hasMessageContaining("has returned null instead of a response");
  }
}
