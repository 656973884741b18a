package dev.thaw.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * The Invoke API as curl sees it; statuses, headers and bodies as in
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvokeApiTest {
  private final RecordingLog log = new RecordingLog();
  private LocalLambda lambda;

  @BeforeAll
  void start() throws Exception {
    lambda =
        LocalLambda.builder()
            .function(FakeRuntime.function("echo", "echo").build())
            .function(FakeRuntime.function("headers", "headers").build())
            .function(FakeRuntime.function("error", "error").build())
            .function(FakeRuntime.function("print", "print").build())
            .function(FakeRuntime.function("none", "echo").reservedConcurrency(0).build())
            .logs(log)
            .start();
  }

  @AfterAll
  void stop() {
    lambda.close();
  }

  private RawClient.Answer invoke(String function, String payload, String... headers)
      throws Exception {
    try (RawClient client = new RawClient(lambda.invokeEndpoint().getPort())) {
      return client.post("/2015-03-31/functions/" + function, payload, headers);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "echo/invocations",
    "echo:prod/invocations",
    "echo%3Aprod/invocations?Qualifier=prod",
    "echo/invocations?Qualifier=%24LATEST",
    "123456789012:function:echo/invocations",
    "arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Aecho/invocations",
    "arn:aws:lambda:eu-west-1:123456789012:function:echo:7/invocations"
  })
  void aFunctionIsFoundByNameOrArn(String path) throws Exception {
    RawClient.Answer answer = invoke(path, "{\"a\":[1,\"é\"]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"a\":[1,\"é\"]}");
    assertThat(answer.headers())
        .containsEntry("x-amz-executed-version", "$LATEST")
        .doesNotContainKeys("x-amz-function-error", "x-amz-log-result");
    assertThat(answer.headers().get("x-amzn-requestid")).matches("[0-9a-f-]{36}");
  }

  @Test
  void theFunctionSeesHowItWasCalled() throws Exception {
    String context =
        Base64.getEncoder()
            .encodeToString("{\n \"custom\": {\"a\": \"b\"}\n}".getBytes(StandardCharsets.UTF_8));
    RawClient.Answer answer =
        invoke(
            "headers/invocations?Qualifier=prod",
            "{}",
            "X-Amz-Client-Context: " + context,
            "X-Amzn-Trace-Id: Root=1-5bdb40ca-556d8b0c50dc66f0511bf520;Sampled=1",
            "X-Amz-Tenant-Id: blue");
    JsonNode headers = requireNonNull(Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(headers.get("lambda-runtime-client-context").stringValue())
        .isEqualTo("{\"custom\":{\"a\":\"b\"}}");
    assertThat(headers.get("lambda-runtime-invoked-function-arn").stringValue())
        .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:headers:prod");
    assertThat(headers.get("lambda-runtime-trace-id").stringValue())
        .isEqualTo("Root=1-5bdb40ca-556d8b0c50dc66f0511bf520;Sampled=1");
    assertThat(headers.get("lambda-runtime-aws-tenant-id").stringValue()).isEqualTo("blue");
    assertThat(headers.get("lambda-runtime-aws-request-id").stringValue())
        .isEqualTo(answer.headers().get("x-amzn-requestid"));
  }

  @Test
  void aFunctionErrorIsTold() throws Exception {
    RawClient.Answer answer = invoke("error/invocations", "{}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("x-amz-function-error", "Unhandled");
    assertThat(answer.body())
        .isEqualTo("{\"errorMessage\":\"no\",\"errorType\":\"com.example.No\"}");
  }

  @Test
  void theLogIsReturnedOnRequest() throws Exception {
    RawClient.Answer answer = invoke("print/invocations", "{}", "X-Amz-Log-Type: Tail");
    String log =
        new String(
            Base64.getDecoder().decode(answer.headers().get("x-amz-log-result")),
            StandardCharsets.UTF_8);
    assertThat(log)
        .contains("START RequestId: ", "err\nno end\nEND RequestId: ", "\nREPORT RequestId: ");
    assertThat(log.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
  }

  @Test
  void anEmptyPayloadIsAnEmptyObject() throws Exception {
    assertThat(invoke("echo/invocations", "").body()).isEqualTo("{}");
  }

  @Test
  void anEventIsAcceptedAndCarriedOut() throws Exception {
    RawClient.Answer answer = invoke("print/invocations", "{}", "X-Amz-Invocation-Type: Event");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    String end = "print: END RequestId: " + answer.headers().get("x-amzn-requestid");
    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!log.lines().contains(end) && System.nanoTime() < limit) {
      Thread.sleep(5);
    }
    assertThat(log.lines()).contains(end);
  }

  @Test
  void aDryRunRunsNothing() throws Exception {
    RawClient.Answer answer = invoke("none/invocations", "{}", "X-Amz-Invocation-Type: DryRun");
    assertThat(answer.status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none/invocations|{}||429|TooManyRequestsException",
        "unknown/invocations|{}||404|ResourceNotFoundException",
        "a.b/invocations|{}||400|ValidationException",
        "echo:a/invocations?Qualifier=b|{}||400|InvalidParameterValueException",
        "echo/invocations|{}|X-Amz-Invocation-Type: Later|400|InvalidParameterValueException",
        "echo/invocations|{\"a\":||400|InvalidRequestContentException",
        "echo/invocations|{} {}||400|InvalidRequestContentException",
        "echo/invocations|{}|X-Amz-Client-Context: e30|200|",
        "echo/invocations|{}|X-Amz-Client-Context: ***|400|InvalidRequestContentException",
        "echo/configuration|{}||404|UnknownOperationException"
      })
  void refusals(String path, String payload, String header, int status, String type)
      throws Exception {
    RawClient.Answer answer =
        header == null ? invoke(path, payload) : invoke(path, payload, header);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().get("x-amzn-errortype")).isEqualTo(type);
  }

  @Test
  void bodiesOfErrors() throws Exception {
    assertThat(invoke("unknown/invocations", "{}").body())
        .isEqualTo(
            "{\"Type\":\"User\",\"Message\":\"Function not found:"
                + " arn:aws:lambda:us-east-1:123456789012:function:unknown\"}");
    assertThat(invoke("none/invocations", "{}").body())
        .isEqualTo(
            "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\","
                + "\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");
  }

  @Test
  void everythingThatIsJsonIsPassedOn() throws Exception {
    for (String payload :
        List.of("1".repeat(100_000), "[".repeat(20_000) + "]".repeat(20_000), " \"\\u00e9\" ")) {
      assertThat(invoke("echo/invocations", payload).body()).isEqualTo(payload);
    }
  }

  @Test
  void payloadsAreBounded() throws Exception {
    try (RawClient client = new RawClient(lambda.invokeEndpoint().getPort())) {
      String path = "/2015-03-31/functions/echo/invocations";
      byte[] largest = ("\"" + "x".repeat(6_291_554) + "\"").getBytes(StandardCharsets.UTF_8);
      assertThat(client.send("POST", path, List.of(), largest).status()).isEqualTo(200);
      byte[] larger = ("\"" + "x".repeat(6_291_555) + "\"").getBytes(StandardCharsets.UTF_8);
      RawClient.Answer answer = client.send("POST", path, List.of(), larger);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.headers()).containsEntry("x-amzn-errortype", "RequestTooLargeException");
      byte[] event = ("\"" + "x".repeat(1 << 20) + "\"").getBytes(StandardCharsets.UTF_8);
      assertThat(client.send("POST", path, List.of("X-Amz-Invocation-Type: Event"), event).status())
          .isEqualTo(413);
    }
  }
}
