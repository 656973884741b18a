package dev.thaw.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Status codes and bodies as in RAPID's sources (the runtime interface emulator's rapi package).
 */
class RuntimeApiServerTest {
  private static final String NEXT = "/2018-06-01/runtime/invocation/next";
  private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

  private RuntimeApiServer api;
  private RawClient runtime;

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApiServer.start();
    runtime = new RawClient(api.port());
  }

  @AfterEach
  void stop() throws Exception {
    runtime.close();
    api.close();
  }

  @Test
  void anInvocationGoesOutWithItsHeadersAndComesBack() throws Exception {
    InvocationRequest request =
        InvocationRequest.of("{\"key\":\"Grüße\"}")
            .requestId("8476a536-e9f4-11e8-9739-2dfe598c3fcd")
            .deadline(Instant.ofEpochMilli(1542409706888L))
            .functionArn("arn:aws:lambda:us-east-2:123456789012:function:custom-runtime")
            .traceId("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1")
            .clientContext("{\"custom\":{\"a\":\"b\"}}")
            .cognitoIdentity("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}")
            .tenantId("blue")
            .invocationId("nonce-1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);

    RawClient.Answer next = runtime.get(NEXT);
    assertThat(next.status()).isEqualTo(200);
    assertThat(next.body()).isEqualTo("{\"key\":\"Grüße\"}");
    assertThat(next.headers())
        .containsEntry("lambda-runtime-aws-request-id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        .containsEntry("lambda-runtime-deadline-ms", "1542409706888")
        .containsEntry(
            "lambda-runtime-invoked-function-arn",
            "arn:aws:lambda:us-east-2:123456789012:function:custom-runtime")
        .containsEntry(
            "lambda-runtime-trace-id",
            "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1")
        .containsEntry("lambda-runtime-client-context", "{\"custom\":{\"a\":\"b\"}}")
        .containsEntry(
            "lambda-runtime-cognito-identity",
            "{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}")
        .containsEntry("lambda-runtime-aws-tenant-id", "blue")
        .containsEntry("lambda-runtime-invocation-id", "nonce-1")
        .containsEntry("content-type", "application/json");

    RawClient.Answer accepted =
        runtime.post(
            path(request, "response"), "{\"ok\":1}", "Lambda-Runtime-Invocation-Id: nonce-1");
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.body().strip()).isEqualTo("{\"status\":\"OK\"}");
    assertThat(outcome.get(5, SECONDS).succeeded()).isTrue();
    assertThat(outcome.join().text()).isEqualTo("{\"ok\":1}");
  }

  @Test
  void headersThatAreNotGivenAreNotSent() throws Exception {
    api.enqueue(InvocationRequest.of("1").deadline(null).functionArn(null));
    assertThat(runtime.get(NEXT).headers().keySet())
        .containsExactly("content-length", "content-type", "lambda-runtime-aws-request-id");
  }

  @Test
  void nextWaitsForAnInvocation() throws Exception {
    CompletableFuture<RawClient.Answer> next = inBackground(runtime, NEXT);
    assertThat(api.firstNext().get(5, SECONDS)).isLessThanOrEqualTo(System.nanoTime());
    assertThat(next).isNotDone();
    api.enqueue(InvocationRequest.of("\"late\""));
    assertThat(next.get(5, SECONDS).body()).isEqualTo("\"late\"");
  }

  @Test
  void ofTwoThatWaitTheSecondIsServedWhenTheRuntimeIsReady() throws Exception {
    try (RawClient other = new RawClient(api.port())) {
      CompletableFuture<RawClient.Answer> first = inBackground(runtime, NEXT);
      CompletableFuture<RawClient.Answer> second = inBackground(other, NEXT);
      while (api.requests().size() < 2) {
        Thread.sleep(1);
      }
      InvocationRequest request = InvocationRequest.of("1");
      api.enqueue(request);
      CompletableFuture.anyOf(first, second).get(5, SECONDS);
      api.enqueue(InvocationRequest.of("2"));
      assertThat(CompletableFuture.allOf(first, second)).isNotDone();
      try (RawClient answering = new RawClient(api.port())) {
        assertThat(answering.post(path(request, "response"), "1").status()).isEqualTo(202);
      }
      assertThat(List.of(first.get(5, SECONDS).body(), second.get(5, SECONDS).body()))
          .containsExactlyInAnyOrder("1", "2");
    }
  }

  @Test
  void anInvocationThatIsRunningIsGivenAgain() throws Exception {
    api.enqueue(InvocationRequest.of("1"));
    api.enqueue(InvocationRequest.of("2"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("1");
    assertThat(runtime.get(NEXT).body()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "response, response, InvocationResponse",
    "response, error, InvocationErrorResponse",
    "error, response, InvocationResponse",
    "error, error, InvocationErrorResponse"
  })
  void aSecondAnswerIsForbidden(String first, String second, String transition) throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    assertThat(runtime.post(path(request, first), "\"first\"").status()).isEqualTo(202);
    assertForbidden(
        runtime.post(path(request, second), "\"second\""),
        "Transition from ResponseSent to "
            + transition
            + " failed for runtime. Error: State transition is not allowed");
    assertThat(outcome.join().text()).isEqualTo("\"first\"");
    api.enqueue(InvocationRequest.of("2"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("2");
  }

  @Test
  void anAnswerBeforeNextIsForbidden() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    api.enqueue(request);
    assertForbidden(
        runtime.post(path(request, "response"), "1"),
        "Transition from Started to InvocationResponse failed for runtime."
            + " Error: State transition is not allowed");
  }

  @ParameterizedTest
  @CsvSource({"response", "error"})
  void anotherRequestIdIsRefused(String kind) throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    RawClient.Answer answer = runtime.post("/2018-06-01/runtime/invocation/other/" + kind, "1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().strip())
        .isEqualTo("{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}");
    assertThat(outcome).isNotDone();
    assertThat(runtime.post(path(request, kind), "1").status()).isEqualTo(202);
  }

  @Test
  void anInitErrorIsAcceptedBeforeTheFirstNextOnly() throws Exception {
    String error = "{\"errorMessage\":\"no table\",\"errorType\":\"com.example.NoTable\"}";
    assertThat(
            runtime
                .post(INIT_ERROR, error, "Lambda-Runtime-Function-Error-Type: Runtime.NoTable")
                .status())
        .isEqualTo(202);
    assertThat(api.initError().get(5, SECONDS).errorType()).isEqualTo("Runtime.NoTable");
    assertThat(api.initError().join().text()).isEqualTo(error);
    assertForbidden(
        runtime.get(NEXT),
        "Transition from InitError to Ready failed for runtime."
            + " Error: State transition is not allowed");
  }

  @Test
  void anInitErrorAfterNextIsForbidden() throws Exception {
    api.enqueue(InvocationRequest.of("1"));
    runtime.get(NEXT);
    assertForbidden(
        runtime.post(INIT_ERROR, "{}"),
        "Transition from Running to InitError failed for runtime."
            + " Error: State transition is not allowed");
  }

  @Test
  void anAnswerAfterTheTimeoutIsGone() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    api.timeOut(request);
    assertThat(outcome.get(5, SECONDS).errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(runtime.post(path(request, "response"), "1").status()).isEqualTo(410);
    api.enqueue(InvocationRequest.of("2"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("2");
  }

  @Test
  void anAnswerToAnotherAttemptIsGone() throws Exception {
    InvocationRequest request = InvocationRequest.of("1").invocationId("second");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    assertThat(
            runtime
                .post(path(request, "response"), "1", "Lambda-Runtime-Invocation-Id: first")
                .status())
        .isEqualTo(410);
    assertThat(outcome).isNotDone();
    assertThat(runtime.post(path(request, "response"), "1").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /ping, 200",
    "POST, /runtime/invocation/next, 405",
    "GET, /runtime/init/error, 405",
    "GET, /runtime/restore/next, 404",
    "GET, /runtime/invocation/1/2/3, 404"
  })
  void otherPaths(String method, String path, int status) throws Exception {
    assertThat(runtime.send(method, "/2018-06-01" + path, List.of(), new byte[0]).status())
        .isEqualTo(status);
  }

  @Test
  void everythingReceivedIsRecorded() throws Exception {
    long before = System.nanoTime();
    InvocationRequest request = InvocationRequest.of("1");
    api.enqueue(request);
    runtime.send("GET", NEXT, List.of("uSER-aGENT: thaw/1"), new byte[0]);
    try (RawClient second = new RawClient(api.port())) {
      second.post(path(request, "response"), "\"é\"");
    }
    ReceivedRequest next = api.takeRequest(Duration.ofSeconds(5));
    assertThat(next.requestLine()).isEqualTo("GET " + NEXT + " HTTP/1.1");
    assertThat(next.headers())
        .containsExactly(new Header("Host", "x"), new Header("uSER-aGENT", "thaw/1"));
    assertThat(next.header("user-agent")).isEqualTo("thaw/1");
    assertThat(next.connection()).isEqualTo(1);
    ReceivedRequest response = api.takeRequest(Duration.ofSeconds(5));
    assertThat(response.text()).isEqualTo("\"é\"");
    assertThat(response.connection()).isEqualTo(2);
    assertThat(response.nanoTime()).isBetween(next.nanoTime(), System.nanoTime());
    assertThat(next.nanoTime()).isGreaterThan(before);
    assertThat(api.requests()).containsExactly(next, response);
    assertThat(response.toString()).doesNotContain("é");
  }

  @Test
  void closingFailsWhatIsOpen() throws Exception {
    CompletableFuture<InvocationOutcome> outcome = api.submit(InvocationRequest.of("1"));
    runtime.get(NEXT);
    api.close();
    assertThat(outcome).failsWithin(Duration.ofSeconds(5));
    assertThat(runtime.closedByServer()).isTrue();
  }

  private static CompletableFuture<RawClient.Answer> inBackground(RawClient client, String path) {
    CompletableFuture<RawClient.Answer> answer = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            answer.complete(client.get(path));
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static String path(InvocationRequest request, String kind) {
    return "/2018-06-01/runtime/invocation/" + request.requestId() + "/" + kind;
  }

  private static void assertForbidden(RawClient.Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().strip())
        .isEqualTo(
            "{\"errorMessage\":\"" + message + "\",\"errorType\":\"InvalidStateTransition\"}");
  }
}
