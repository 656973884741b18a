package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users of other libraries reported, each with its thread. */
class HttpRegressionsTest {

  /** https://github.com/aws/aws-lambda-rust-runtime/issues/543 */
  @Test
  void aLoadBalancersQueryIsNotEncodedTwice() {
    HttpRequest request =
        alb("\"queryStringParameters\":{\"originalQueryString\":\"%3FshowAll%3Dtrue\"}");

    assertThat(request.query("originalQueryString")).isEqualTo("?showAll=true");
    assertThat(request.rawQuery()).isEqualTo("originalQueryString=%3FshowAll%3Dtrue");
  }

  /** https://github.com/Kludex/mangum/issues/178 */
  @Test
  void aPlusInALoadBalancersQueryIsABlank() {
    HttpRequest request = alb("\"queryStringParameters\":{\"name\":\"John+Smith\"}");

    assertThat(request.query("name")).isEqualTo("John Smith");
  }

  /** https://serverless-training.com: keys are encoded too. */
  @Test
  void namesOfALoadBalancersQueryAreDecoded() {
    HttpRequest request = alb("\"multiValueQueryStringParameters\":{\"foo%5Ba%5D\":[\"foo%5B\"]}");

    assertThat(request.query("foo[a]")).isEqualTo("foo[");
  }

  /** https://github.com/aws/aws-lambda-web-adapter/issues/462: "a+b" arrives as "a b". */
  @Test
  void aBlankInAFunctionUrlsQueryStaysOne() throws IOException {
    HttpRequest request =
        changed("function-url", "\"q=black%20tea&q=%2B\"", "\"q=a b&redirect=x%20y\"");

    assertThat(request.query("q")).isEqualTo("a b");
    assertThat(request.rawQuery()).isEqualTo("q=a+b&redirect=x%20y");
  }

  /** https://github.com/honojs/hono/issues/2156: an HTTP API has decoded the path already. */
  @Test
  void anHttpApisPathIsNotDecodedTwice() throws IOException {
    HttpRequest request = changed("http-api", "/dev/größe/a b%41", "/dev/100%25/@id/a%2Fb");

    assertThat(request.path()).isEqualTo("/100%25/@id/a%2Fb");
  }

  /** https://github.com/aws/serverless-java-container/issues/200 */
  @Test
  void anEncodedSlashCanBeToldFromASlash() throws IOException {
    HttpRequest request = HttpEvents.sample("rest-api");

    assertThat(request.rawPath()).endsWith("/a%2Fb");
    assertThat(request.path()).endsWith("/a/b");
  }

  /** https://github.com/aws-powertools/powertools-lambda-typescript/issues/4750 */
  @Test
  void valuesAreNotThereTwice() throws IOException {
    assertThat(HttpEvents.sample("rest-api").queryAll("tag")).containsExactly("red", "green blue");
  }

  /** https://github.com/honojs/hono/pull/4903 */
  @Test
  void vpcLatticeHasAQuery() throws IOException {
    HttpRequest request = HttpEvents.sample("vpc-lattice");

    assertThat(request.query("tag")).isEqualTo("red");
    assertThat(request.rawQuery()).isEqualTo("tag=red&tag=green%20blue");
  }

  @Test
  void vpcLatticesPathHasNoQuery() throws IOException {
    HttpRequest request =
        changed("vpc-lattice", "\"/gr%C3%B6%C3%9Fe\"", "\"/gr%C3%B6%C3%9Fe?tag=a%20b\"");

    assertThat(request.path()).isEqualTo("/größe");
    assertThat(request.query("tag")).isEqualTo("a b");
  }

  /** https://github.com/aws-powertools/powertools-lambda-python/issues/621 and others */
  @ParameterizedTest
  @CsvSource({
    "dev, /dev/dev/dev, /dev/dev",
    "dev, /dev, /",
    "dev, /dev/, /",
    "dev, /developers, /developers",
    "dev, /other/dev, /other/dev",
    "$default, /$default/x, /$default/x",
    "$default, /, /",
  })
  void onlyTheStageInFrontOfAPathGoes(String stage, String rawPath, String path)
      throws IOException {
    HttpRequest request =
        HttpEvents.read(
            new String(HttpEvents.json("http-api"), StandardCharsets.UTF_8)
                .replace("/dev/größe/a b%41", rawPath)
                .replace("\"stage\": \"dev\"", "\"stage\": \"" + stage + "\""));

    assertThat(request.path()).isEqualTo(path);
    assertThat(request.stage()).isEqualTo(stage);
  }

  /**
   * https://github.com/CodeGenieApp/serverless-express/issues/465: the stage is in front in a
   * custom domain too, in place of the mapping.
   */
  @Test
  void theStageGoesInACustomDomainToo() throws IOException {
    HttpRequest request =
        HttpEvents.read(
            """
            {"version":"2.0","rawPath":"/dev/orders","rawQueryString":"","headers":{},
             "requestContext":{"domainName":"api.example.com","stage":"dev",
               "http":{"method":"GET","path":"/dev/orders","sourceIp":"203.0.113.7"}}}
            """);

    assertThat(request.path()).isEqualTo("/orders");
  }

  /** A mapping of a custom domain is the user's own word: it stays. */
  @Test
  void theMappingOfACustomDomainStays() throws IOException {
    String event = new String(HttpEvents.json("rest-api"), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpEvents.read(
            event
                .replace("a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com", "api.example.com")
                .replace("\"/gr%C3%B6%C3%9Fe/a%2Fb\"", "\"/prod/orders\"")
                .replace("\"/prod/gr%C3%B6%C3%9Fe/a%2Fb\"", "\"/prod/orders\""));

    assertThat(request.path()).isEqualTo("/prod/orders");
  }

  /** The client adds what it likes in front of what the load balancer saw. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7 | 203.0.113.7",
        "127.0.0.1, 203.0.113.7 | 203.0.113.7",
        "127.0.0.1, 10.0.0.1, 203.0.113.7 | 203.0.113.7",
        "127.0.0.1,203.0.113.7:4711 | 203.0.113.7",
        "2001:db8::1 | 2001:db8::1",
        "[2001:db8::1]:4711 | 2001:db8::1",
      })
  void theClientCannotChooseItsAddress(String forwarded, String address) {
    assertThat(alb("\"headers\":{\"x-forwarded-for\":\"" + forwarded + "\"}").clientAddress())
        .isEqualTo(address);
  }

  @Test
  void aClientIsNoHealthCheck() {
    HttpRequest request =
        alb(
            "\"headers\":{\"user-agent\":\"ELB-HealthChecker/2.0\","
                + "\"x-forwarded-for\":\"203.0.113.7\"}");

    assertThat(request.isHealthCheck()).isFalse();
  }

  /** avaje-sigma hands the base64 on and minds the case of names. */
  @Test
  void aBodyInBase64IsDecodedAndHeadersHaveNoCase() throws IOException {
    HttpRequest request = HttpEvents.sample("http-api");

    assertThat(request.text()).isEqualTo("a=1&b=2");
    assertThat(request.header("CONTENT-type")).isEqualTo("application/x-www-form-urlencoded");
  }

  /** Where cookies are in the headers too, commas may stand between several. */
  @Test
  void cookiesAreThereOnce() throws IOException {
    HttpRequest request =
        changed("function-url", "\"headers\": {", "\"headers\": {\"cookie\": \"cart=7,theme=x\",");

    assertThat(request.headers("cookie")).containsExactly("cart=7; theme=dark");
    assertThat(request.cookies()).hasSize(2).containsEntry("cart", List.of("7"));
  }

  /** A REST API has null for what is empty. */
  @Test
  void nullsAreNothing() throws IOException {
    HttpRequest request =
        HttpEvents.read(
            """
            {"resource":"/","path":"/","httpMethod":"GET","headers":null,"multiValueHeaders":null,
             "queryStringParameters":null,"multiValueQueryStringParameters":null,
             "pathParameters":null,"stageVariables":null,"body":null,"isBase64Encoded":false,
             "requestContext":{"path":"/","stage":"test-invoke-stage","authorizer":null,
               "domainName":"testPrefix.testDomainName","identity":{"sourceIp":"test-invoke-source-ip"}}}
            """);

    assertThat(request.source()).isEqualTo(HttpSource.REST_API);
    assertThat(request.headers()).isEmpty();
    assertThat(request.query()).isEmpty();
    assertThat(request.cookies()).isEmpty();
    assertThat(request.claims()).isEmpty();
    assertThat(request.body()).isEmpty();
    assertThat(request.clientAddress()).isEqualTo("test-invoke-source-ip");
  }

  /** A Lambda authorizer's context, with its numbers and booleans. */
  @Test
  void claimsOfLambdaAuthorizers() throws IOException {
    String rest = new String(HttpEvents.json("rest-api"), StandardCharsets.UTF_8);
    int from = rest.indexOf("\"claims\"");
    int to = rest.indexOf("}", from) + 1;
    String context = "\"principalId\":\"jane\",\"admin\":true,\"level\":7,\"rate\":1.5";
    HttpRequest request = HttpEvents.read(rest.substring(0, from) + context + rest.substring(to));

    assertThat(request.claims())
        .containsEntry("principalId", "jane")
        .containsEntry("admin", true)
        .containsEntry("level", 7L)
        .containsEntry("rate", 1.5)
        .hasSize(4);
    assertThat(request.claim("level")).isNull();

    HttpRequest nested =
        changed("http-api", "\"jwt\"", "\"lambda\":{\"tenants\":[1,\"b\",null]},\"none\"");
    assertThat(nested.claims()).containsEntry("tenants", Arrays.asList(1L, "b", null));
  }

  /** With IAM a REST API has no authorizer, but knows who it is. */
  @Test
  void claimsOfIam() throws IOException {
    String rest = new String(HttpEvents.json("rest-api"), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpEvents.read(
            rest.replace("\"authorizer\"", "\"none\"")
                .replace("\"userArn\": null", "\"userArn\": \"arn:aws:iam::1:user/jane\""));

    assertThat(request.claim("userArn")).isEqualTo("arn:aws:iam::1:user/jane");
  }

  private static HttpRequest alb(String property) {
    return HttpEvents.read(
        "{\"requestContext\":{\"elb\":{}},\"httpMethod\":\"GET\",\"path\":\"/\"," + property + "}");
  }

  private static HttpRequest changed(String sample, String from, String to) throws IOException {
    String event = new String(HttpEvents.json(sample), StandardCharsets.UTF_8);
    assertThat(event).contains(from);
    return HttpEvents.read(event.replace(from, to));
  }
}
