package dev.thaw.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** AWS's own client understands the invoke API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvokeApiSdkTest {
  private LocalLambda lambda;
  private LambdaClient client;

  @BeforeAll
  void start() throws Exception {
    lambda =
        LocalLambda.builder()
            .function(FakeRuntime.function("echo", "echo").build())
            .function(FakeRuntime.function("error", "error").build())
            .function(FakeRuntime.function("none", "echo").reservedConcurrency(0).build())
            .logs(new RecordingLog())
            .start();
    client =
        LambdaClient.builder()
            .endpointOverride(lambda.invokeEndpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
  }

  @AfterAll
  void stop() {
    client.close();
    lambda.close();
  }

  @Test
  void invokesByArnWithTail() {
    InvokeResponse response =
        client.invoke(
            request ->
                request
                    .functionName("arn:aws:lambda:us-east-1:123456789012:function:echo")
                    .qualifier("prod")
                    .logType(LogType.TAIL)
                    .clientContext(
                        Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8)))
                    .payload(SdkBytes.fromUtf8String("{\"a\":1}")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.payload().asUtf8String()).isEqualTo("{\"a\":1}");
    assertThat(response.executedVersion()).isEqualTo("$LATEST");
    assertThat(response.functionError()).isNull();
    assertThat(new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8))
        .contains("REPORT RequestId: " + response.responseMetadata().requestId());
  }

  @Test
  void seesFunctionErrors() {
    InvokeResponse response = client.invoke(request -> request.functionName("error"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.functionError()).isEqualTo("Unhandled");
    assertThat(response.payload().asUtf8String()).contains("\"errorType\":\"com.example.No\"");
  }

  @Test
  void invokesAsynchronouslyAndDry() {
    assertThat(
            client
                .invoke(
                    request -> request.functionName("echo").invocationType(InvocationType.EVENT))
                .statusCode())
        .isEqualTo(202);
    assertThat(
            client
                .invoke(
                    request -> request.functionName("echo").invocationType(InvocationType.DRY_RUN))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void knowsTheErrorsByTheirTypes() {
    assertThatThrownBy(() -> client.invoke(request -> request.functionName("unknown")))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.type()).isEqualTo("User");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Function not found: arn:aws:lambda:us-east-1:123456789012:function:unknown");
            });
    assertThatThrownBy(() -> client.invoke(request -> request.functionName("none")))
        .isInstanceOfSatisfying(
            TooManyRequestsException.class,
            e ->
                assertThat(e.reasonAsString())
                    .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded"));
    assertThatThrownBy(
            () ->
                client.invoke(
                    request ->
                        request.functionName("echo").payload(SdkBytes.fromUtf8String("no json"))))
        .isInstanceOf(InvalidRequestContentException.class);
  }
}
