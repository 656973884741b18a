package dev.thaw.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The event for a request, seen by a function that answers with it; expected as documented at
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlbEventTest {
  private LocalLambda lambda;

  @BeforeAll
  void start() throws Exception {
    lambda =
        LocalLambda.builder()
            .function(FakeRuntime.function("single", "alb-echo").build())
            .function(FakeRuntime.function("multi", "alb-echo-multi").build())
            .alb(new AlbTarget("single", 0, false))
            .alb(new AlbTarget("multi", 0, true))
            .logs(new RecordingLog())
            .start();
  }

  @AfterAll
  void stop() {
    lambda.close();
  }

  private JsonNode event(String function, String request) throws Exception {
    try (RawClient client = new RawClient(lambda.alb(function).getPort())) {
      RawClient.Answer answer = client.write(request.replace("\n", "\r\n")).read();
      assertThat(answer.status()).isEqualTo(200);
      return requireNonNull(Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aGetRequest() throws Exception {
    JsonNode event =
        event(
            "single",
            """
            GET /a%20b/c?name=J%C3%BCrgen+x&empty=&flag&a=1&a=2 HTTP/1.1
            Host: example.com
            User-Agent: curl/8
            X-Twice: 1
            x-twice: 2
            Connection: keep-alive

            """);
    int port = lambda.alb("single").getPort();
    String trace = event.get("headers").get("x-amzn-trace-id").stringValue();
    assertThat(trace).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
    assertThat(event)
        .isEqualTo(
            Json.parse(
                """
                {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/single/6d0ecf831eec9f09"}},
                "httpMethod":"GET",
                "path":"/a%%20b/c",
                "queryStringParameters":{"name":"J%%C3%%BCrgen+x","empty":"","flag":"","a":"2"},
                "headers":{"host":"example.com","user-agent":"curl/8","x-twice":"2",
                "x-forwarded-for":"127.0.0.1","x-forwarded-port":"%d","x-forwarded-proto":"http",
                "x-amzn-trace-id":"%s"},
                "body":"","isBase64Encoded":false}
                """
                    .formatted(port, trace)
                    .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void withMultiValueHeaders() throws Exception {
    JsonNode event =
        event(
            "multi",
            """
            GET /?a=1&b=x&a=2 HTTP/1.1
            Host: example.com
            Cookie: name1=value1
            Cookie: name2=value2
            X-Forwarded-For: 203.0.113.9

            """);
    assertThat(event.has("headers")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.get("multiValueQueryStringParameters").toString())
        .isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":[\"x\"]}");
    assertThat(event.get("multiValueHeaders").get("cookie").toString())
        .isEqualTo("[\"name1=value1\",\"name2=value2\"]");
    assertThat(event.get("multiValueHeaders").get("x-forwarded-for").toString())
        .isEqualTo("[\"203.0.113.9, 127.0.0.1\"]");
  }

  @Test
  void aTraceIsContinued() throws Exception {
    JsonNode event =
        event(
            "single",
            """
            GET / HTTP/1.1
            Host: x
            X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678

            """);
    assertThat(event.get("headers").get("x-amzn-trace-id").stringValue())
        .matches("Self=1-[0-9a-f]{8}-[0-9a-f]{24};Root=1-67891233-abcdef012345678912345678");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, '', false",
    "TEXT/html; charset=utf-8, '', false",
    "application/json, '', false",
    "application/javascript, '', false",
    "application/xml, '', false",
    "application/octet-stream, '', true",
    "application/x-www-form-urlencoded, '', true",
    "application/vnd.api+json, '', true",
    "text/plain, gzip, true"
  })
  void theContentTypeDecidesOnBase64(String type, String encoding, boolean base64)
      throws Exception {
    String body = "a=\"ü\"";
    String request =
        "POST /x HTTP/1.1\nHost: x\nContent-Type: "
            + type
            + (encoding.isEmpty() ? "" : "\nContent-Encoding: " + encoding)
            + "\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\n\n";
    JsonNode event = event("single", request + body);
    assertThat(event.get("isBase64Encoded").booleanValue()).isEqualTo(base64);
    assertThat(event.get("body").stringValue())
        .isEqualTo(
            base64
                ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))
                : body);
  }

  @Test
  void bodiesAreBounded() throws Exception {
    try (RawClient client = new RawClient(lambda.alb("single").getPort())) {
      RawClient.Answer answer =
          client.send("POST", "/", List.of("Content-Type: text/plain"), new byte[(1 << 20) + 1]);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).contains("<center><h1>413 Request Entity Too Large</h1></center>");
    }
  }

  @Test
  void webSocketsAreRefused() throws Exception {
    try (RawClient client = new RawClient(lambda.alb("single").getPort())) {
      assertThat(client.send("GET", "/", List.of("Upgrade: websocket"), new byte[0]).status())
          .isEqualTo(400);
    }
  }
}
