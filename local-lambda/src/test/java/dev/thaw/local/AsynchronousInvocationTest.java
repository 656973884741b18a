package dev.thaw.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html. */
class AsynchronousInvocationTest {
  private final RecordingLog log = new RecordingLog();

  @Test
  void anEventThatFailsIsTriedTwiceAgainAndThenTold() throws Exception {
    CompletableFuture<byte[]> failure = new CompletableFuture<>();
    try (LocalLambda lambda =
            LocalLambda.builder()
                .function(FakeRuntime.function("f", "error").build())
                .logs(log)
                .retryDelays(Duration.ofMillis(10), Duration.ofMillis(20))
                .onFailure((function, record) -> failure.complete(record))
                .start();
        RawClient client = new RawClient(lambda.invokeEndpoint().getPort())) {
      RawClient.Answer answer =
          client.send(
              "POST",
              "/2015-03-31/functions/f/invocations",
              List.of("X-Amz-Invocation-Type: Event"),
              "{\"a\":1}".getBytes(UTF_8));
      assertThat(answer.status()).isEqualTo(202);
      JsonNode json = requireNonNull(Json.parse(failure.get(15, SECONDS)));
      String id = json.at("/requestContext/requestId").stringValue();
      assertThat(id).isEqualTo(answer.headers().get("x-amzn-requestid"));
      assertThat(json.at("/requestContext/condition").stringValue()).isEqualTo("RetriesExhausted");
      assertThat(json.at("/requestContext/approximateInvokeCount").intValue()).isEqualTo(3);
      assertThat(json.at("/requestContext/functionArn").stringValue())
          .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST");
      assertThat(json.at("/requestPayload/a").intValue()).isEqualTo(1);
      assertThat(json.at("/responseContext/functionError").stringValue()).isEqualTo("Unhandled");
      assertThat(json.at("/responsePayload/errorMessage").stringValue()).isEqualTo("no");
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("f: START RequestId: " + id))
          .hasSize(3);
    }
  }
}
