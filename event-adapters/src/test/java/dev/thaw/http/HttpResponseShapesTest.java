package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.thaw.codec.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sources see in an answer: read by AWS's own event classes, and by property names. */
class HttpResponseShapesTest {
  private static final JsonMapper JACKSON = new JsonMapper();

  private static final HttpResponse ANSWER =
      HttpResponse.text(201, "Größe")
          .header("Vary", "accept")
          .header("vary", "origin")
          .cookie("cart=7; Secure")
          .cookie("theme=dark");

  @Test
  void loadBalancer() throws IOException {
    byte[] json = written(ANSWER, HttpEvents.sample("alb"));
    ApplicationLoadBalancerResponseEvent seen =
        aws(ApplicationLoadBalancerResponseEvent.class, json);

    assertThat(names(json))
        .containsExactlyInAnyOrder(
            "statusCode", "statusDescription", "headers", "body", "isBase64Encoded");
    assertThat(seen.getStatusCode()).isEqualTo(201);
    assertThat(seen.getStatusDescription()).isEqualTo("201 Created");
    assertThat(seen.getHeaders())
        .containsEntry("content-type", "text/plain; charset=utf-8")
        .containsEntry("Vary", "accept,origin")
        .containsEntry("set-cookie", "cart=7; Secure")
        .hasSize(4);
    // https://github.com/Kludex/mangum/issues/185
    assertThat(seen.getHeaders())
        .hasEntrySatisfying("Set-cookie", value -> assertThat(value).isEqualTo("theme=dark"));
    assertThat(seen.getBody()).isEqualTo("Größe");
    assertThat(seen.getIsBase64Encoded()).isFalse();
  }

  /** https://github.com/honojs/hono/issues/2626 */
  @Test
  void loadBalancerWithMultiValueHeaders() throws IOException {
    byte[] json = written(ANSWER, HttpEvents.sample("alb-multi-value"));
    ApplicationLoadBalancerResponseEvent seen =
        aws(ApplicationLoadBalancerResponseEvent.class, json);

    assertThat(names(json))
        .containsExactlyInAnyOrder(
            "statusCode", "statusDescription", "multiValueHeaders", "body", "isBase64Encoded");
    assertThat(seen.getMultiValueHeaders())
        .containsOnly(
            entry("content-type", List.of("text/plain; charset=utf-8")),
            entry("Vary", List.of("accept", "origin")),
            entry("set-cookie", List.of("cart=7; Secure", "theme=dark")));
  }

  /** One property more and API Gateway answers 502: https://github.com/unjs/nitro/issues/504 */
  @Test
  void restApi() throws IOException {
    byte[] json = written(ANSWER, HttpEvents.sample("rest-api"));
    APIGatewayProxyResponseEvent seen = aws(APIGatewayProxyResponseEvent.class, json);

    assertThat(names(json))
        .containsExactlyInAnyOrder("statusCode", "multiValueHeaders", "body", "isBase64Encoded");
    assertThat(seen.getStatusCode()).isEqualTo(201);
    assertThat(seen.getMultiValueHeaders())
        .containsOnly(
            entry("content-type", List.of("text/plain; charset=utf-8")),
            entry("Vary", List.of("accept", "origin")),
            entry("set-cookie", List.of("cart=7; Secure", "theme=dark")));
    assertThat(seen.getBody()).isEqualTo("Größe");
    assertThat(seen.getIsBase64Encoded()).isFalse();
  }

  @Test
  void httpApiAndFunctionUrl() throws IOException {
    for (String source : List.of("http-api", "function-url")) {
      byte[] json = written(ANSWER, HttpEvents.sample(source));
      APIGatewayV2HTTPResponse seen = aws(APIGatewayV2HTTPResponse.class, json);

      assertThat(names(json))
          .containsExactlyInAnyOrder("statusCode", "headers", "cookies", "body", "isBase64Encoded");
      assertThat(seen.getStatusCode()).isEqualTo(201);
      assertThat(seen.getHeaders())
          .containsOnly(
              entry("content-type", "text/plain; charset=utf-8"), entry("Vary", "accept,origin"));
      assertThat(seen.getCookies()).containsExactly("cart=7; Secure", "theme=dark");
      assertThat(seen.getBody()).isEqualTo("Größe");
      assertThat(seen.getIsBase64Encoded()).isFalse();
    }
  }

  /** https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html */
  @Test
  void vpcLattice() throws IOException {
    JsonNode seen = JACKSON.readTree(written(ANSWER, HttpEvents.sample("vpc-lattice")));

    assertThat(seen.propertyNames())
        .containsExactlyInAnyOrder(
            "statusCode", "statusDescription", "headers", "body", "isBase64Encoded");
    assertThat(seen.get("statusDescription").asString()).isEqualTo("201 Created");
    assertThat(seen.get("headers").get("Vary").asString()).isEqualTo("accept,origin");
    assertThat(seen.get("body").asString()).isEqualTo("Größe");
  }

  @Test
  void aStatusWithoutBody() throws IOException {
    JsonNode seen = JACKSON.readTree(written(HttpResponse.of(204), HttpEvents.sample("http-api")));

    assertThat(seen)
        .isEqualTo(
            JACKSON.readTree(
                """
                {"statusCode":204,"headers":{},"body":"","isBase64Encoded":false}"""));
  }

  @Property(tries = 300)
  void theBodyArrivesAsItIs(
      @ForAll("types") String type, @ForAll("bytes") byte[] bytes, @ForAll boolean compressed)
      throws IOException {
    HttpResponse response = HttpResponse.bytes(200, type, bytes);
    response = compressed ? response.header("Content-Encoding", "gzip") : response;
    APIGatewayV2HTTPResponse seen =
        aws(APIGatewayV2HTTPResponse.class, written(response, HttpRequest.of("GET", "/")));

    boolean text = type.startsWith("text/html") || type.contains("json");
    boolean utf8 = new String(bytes, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
    assertThat(seen.getIsBase64Encoded())
        .isEqualTo(bytes.length > 0 && (compressed || !text || !utf8));
    byte[] body =
        seen.getIsBase64Encoded()
            ? Base64.getDecoder().decode(seen.getBody())
            : seen.getBody().getBytes(StandardCharsets.UTF_8);
    assertThat(body).isEqualTo(bytes);
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "text/html",
        "text/html; Charset=\"UTF-8\"",
        "application/json",
        "application/problem+json; charset=utf-8",
        "text/plain; charset=iso-8859-1",
        "image/png",
        "application/octet-stream");
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(40),
        Arbitraries.strings()
            .withChars("aü日\n\"\\")
            .ofMaxLength(20)
            .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 300)
  void allCookiesReachALoadBalancersClient(@ForAll("cookies") List<String> cookies)
      throws IOException {
    HttpResponse response = HttpResponse.of(200);
    for (String cookie : cookies) {
      response = response.cookie(cookie);
    }
    Map<String, String> headers =
        aws(ApplicationLoadBalancerResponseEvent.class, written(response, HttpEvents.sample("alb")))
            .getHeaders();

    assertThat(headers.keySet()).allMatch(name -> name.equalsIgnoreCase("set-cookie"));
    assertThat(new ArrayList<>(headers.values())).containsExactlyInAnyOrderElementsOf(cookies);
  }

  @Provide
  Arbitrary<List<String>> cookies() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5),
            Arbitraries.strings().numeric().ofMaxLength(5))
        .as((name, value) -> name + "=" + value + "; Secure")
        .list()
        .ofMaxSize(40);
  }

  private static byte[] written(HttpResponse response, HttpRequest request) {
    JsonWriter out = new JsonWriter();
    HttpResponseWriter.write(out, response, request);
    return out.toByteArray();
  }

  private static <T> T aws(Class<T> type, byte[] json) {
    return JacksonFactory.getInstance()
        .getSerializer(type)
        .fromJson(new ByteArrayInputStream(json));
  }

  private static List<String> names(byte[] json) {
    return List.copyOf(JACKSON.readTree(json).propertyNames());
  }
}
