package dev.thaw.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HTTP answers for what functions return, from outside; expected as documented at
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html.
 */
class AlbResponseTest {
  private static RawClient.Answer answer(String response, boolean multiValueHeaders)
      throws Exception {
    return answer(
        FakeRuntime.function("f", "fixed").environment("RESPONSE", response),
        multiValueHeaders,
        "GET");
  }

  private static RawClient.Answer answer(
      FunctionConfiguration.Builder function, boolean multiValueHeaders, String method)
      throws Exception {
    try (LocalLambda lambda =
            LocalLambda.builder()
                .function(function.build())
                .alb(new AlbTarget("f", 0, multiValueHeaders))
                .logs(new RecordingLog())
                .start();
        RawClient client = new RawClient(lambda.alb("f").getPort())) {
      return client.send(method, "/", List.of(), new byte[0]);
    }
  }

  @Test
  void theDocumentedResponse() throws Exception {
    RawClient.Answer answer =
        answer(
            """
            {"isBase64Encoded": false, "statusCode": 200, "statusDescription": "200 OK",
            "headers": {"Set-cookie": "cookies", "Content-Type": "application/json"},
            "body": "Hello from Lambda (optional)"}""",
            false);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.reason()).isEqualTo("OK");
    assertThat(answer.body()).isEqualTo("Hello from Lambda (optional)");
    assertThat(answer.headers())
        .containsEntry("set-cookie", "cookies")
        .containsEntry("content-type", "application/json")
        .containsEntry("content-length", "28");
  }

  @Test
  void theDocumentedResponseWithMultiValueHeaders() throws Exception {
    RawClient.Answer answer =
        answer(
            """
            {"statusCode": 404, "statusDescription": "404 Nothing Here", "headers": {"x-ignored": "1"},
            "multiValueHeaders": {"Set-cookie": ["cookie-name=cookie-value;Domain=myweb.com;Secure;HttpOnly","cookie-name=cookie-value;Expires=May 8, 2019"],
            "Content-Type": ["application/json"], "Content-Length": ["999"]}}""",
            true);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.reason()).isEqualTo("Nothing Here");
    assertThat(answer.headers())
        .containsEntry(
            "set-cookie",
            "cookie-name=cookie-value;Domain=myweb.com;Secure;HttpOnly"
                + "|cookie-name=cookie-value;Expires=May 8, 2019")
        .containsEntry("content-length", "0")
        .doesNotContainKey("x-ignored");
  }

  @Test
  void aBodyInBase64IsDecoded() throws Exception {
    assertThat(
            answer("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"R3LDvMOfZQ==\"}", false)
                .body())
        .isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"text\"",
        "{\"body\":\"no status\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":\"many\"}",
        "{\"statusCode\":200,\"body\":{\"an\":\"object\"}}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"***\"}",
        "{\"statusCode\":200,\"headers\":[\"a\"]}",
        "{\"statusCode\":200,\"headers\":{\"a\":\"split\\r\\nb: c\"}}",
        "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}}"
      })
  void aMalformedResponseIsABadGateway(String response) throws Exception {
    assertBadGateway(answer(response, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "exit-in-init", "large"})
  void aFailedFunctionIsABadGateway(String handler) throws Exception {
    assertBadGateway(answer(FakeRuntime.function("f", handler), false, "GET"));
  }

  @Test
  void aThrottledFunctionIsABadGateway() throws Exception {
    assertBadGateway(
        answer(FakeRuntime.function("f", "echo").reservedConcurrency(0), false, "GET"));
  }

  private static void assertBadGateway(RawClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.headers()).containsEntry("server", "awselb/2.0");
    assertThat(answer.body()).contains("<center><h1>502 Bad Gateway</h1></center>");
  }
}
