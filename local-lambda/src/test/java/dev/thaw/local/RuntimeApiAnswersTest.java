package dev.thaw.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a runtime may say of an invocation, and what its caller gets, as in RAPID's sources. */
class RuntimeApiAnswersTest {
  private static final String NEXT = "/2018-06-01/runtime/invocation/next";

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
  void aResponseOfExactlyTheLimitIsAccepted() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    assertThat(
            runtime
                .send("POST", path(request, "response"), List.of(), new byte[6_291_556])
                .status())
        .isEqualTo(202);
    assertThat(outcome.get(5, SECONDS).payload()).hasSize(6_291_556);
  }

  @Test
  void aLargerResponseEndsTheInvocation() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    RawClient.Answer answer =
        runtime.send("POST", path(request, "response"), List.of(), new byte[6_291_557]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body().strip())
        .isEqualTo(
            "{\"errorMessage\":\"Exceeded maximum allowed payload size (6291556 bytes).\","
                + "\"errorType\":\"RequestEntityTooLarge\"}");
    assertThat(outcome.get(5, SECONDS).errorType()).isEqualTo("Function.ResponseSizeTooLarge");
    assertThat(runtime.post(path(request, "error"), "{}").status()).isEqualTo(403);
    api.enqueue(InvocationRequest.of("2"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("2");
  }

  @Test
  void anUnknownResponseModeEndsTheInvocation() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    RawClient.Answer answer =
        runtime.post(
            path(request, "response"), "1", "Lambda-Runtime-Function-Response-Mode: buffered");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"errorType\":\"InvalidFunctionResponseMode\"");
    assertThat(outcome.get(5, SECONDS).errorType()).isEqualTo("Runtime.InvalidResponseModeHeader");
  }

  @Test
  void aBodyCutShortIsTold() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    RawClient.Answer answer =
        runtime
            .write(
                "POST "
                    + path(request, "response")
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345")
            .end()
            .read();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"errorType\":\"TruncatedHTTPRequest\"");
    assertThat(outcome.get(5, SECONDS).errorType()).isEqualTo("Runtime.TruncatedResponse");
  }

  @Test
  void aChunkedResponseIsJoinedAndItsTrailersKept() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    RawClient.Answer answer =
        runtime
            .write(
                "POST "
                    + path(request, "response")
                    + " HTTP/1.1\r\nhost: x\r\nLAMBDA-RUNTIME-FUNCTION-RESPONSE-MODE: streaming\r\n"
                    + "Transfer-Encoding: chunked\r\n"
                    + "Trailer: Lambda-Runtime-Function-Error-Type\r\n\r\n"
                    + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n"
                    + "Lambda-Runtime-Function-Error-Type: Runtime.Oops\r\n\r\n")
            .read();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(outcome.get(5, SECONDS).text()).isEqualTo("abc0123456789");
    assertThat(outcome.join().trailers())
        .containsExactly(new Header("Lambda-Runtime-Function-Error-Type", "Runtime.Oops"));
  }

  @ParameterizedTest
  @CsvSource({
    "Runtime.UserException, Runtime.UserException",
    "Function.MyError, Function.MyError",
    "Function.lower, Function.Unknown",
    "com.example.MyException, Runtime.Unknown",
    "unhandled, Runtime.Unknown",
    "'', Runtime.Unknown"
  })
  void theTypeOfAnErrorIsValidated(String header, String type) throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    assertThat(
            runtime
                .post(path(request, "error"), "{}", "Lambda-Runtime-Function-Error-Type: " + header)
                .status())
        .isEqualTo(202);
    assertThat(outcome.get(5, SECONDS).errorType()).isEqualTo(type);
  }

  @Test
  void theCallerDoesNotSeeTheCauseOfAnError() throws Exception {
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    runtime.post(
        path(request, "error"),
        "{\"errorMessage\":\"m\",\"errorType\":\"t\",\"stackTrace\":[],\"errorCause\":{}}",
        "Content-Type: application/vnd.aws.lambda.error.cause+json");
    assertThat(outcome.get(5, SECONDS).text())
        .isEqualTo("{\"errorMessage\":\"m\",\"errorType\":\"t\",\"stackTrace\":[]}");
  }

  private static String path(InvocationRequest request, String kind) {
    return "/2018-06-01/runtime/invocation/" + request.requestId() + "/" + kind;
  }
}
