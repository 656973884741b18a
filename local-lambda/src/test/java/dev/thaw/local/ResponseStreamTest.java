package dev.thaw.local;

import static dev.thaw.local.RuntimeDouble.NEXT;
import static dev.thaw.local.RuntimeDouble.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streamed responses: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html. */
class ResponseStreamTest {
  private static final int MB = 1 << 20;

  private RuntimeApiServer api;
  private RawClient runtime;
  private InvocationRequest request;
  private StreamedInvocation invocation;

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApiServer.start();
    runtime = new RawClient(api.port());
    request = InvocationRequest.of("1");
    invocation = api.submitStreaming(request);
    runtime.get(NEXT);
  }

  @AfterEach
  void stop() throws Exception {
    runtime.close();
    api.close();
  }

  private StreamedResponse begin() throws Exception {
    runtime.write(
        "POST "
            + path(request, "response")
            + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/html\r\n"
            + "Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
            + "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n"
            + "\r\n");
    return invocation.response().get(5, SECONDS);
  }

  @Test
  void theBodyIsReadAsItArrives() throws Exception {
    StreamedResponse response = begin();
    assertThat(response.streaming()).isTrue();
    assertThat(response.contentType()).isEqualTo("text/html");
    byte[] buffer = new byte[100];
    runtime.write("5\r\nfirst");
    assertThat(response.body().read(buffer)).isEqualTo(5);
    assertThat(invocation.outcome()).isNotDone();
    runtime.write("\r\n6\r\nsecond\r\n");
    assertThat(response.body().read(buffer)).isEqualTo(6);
    assertThat(new String(buffer, 0, 6, UTF_8)).isEqualTo("second");
    runtime.write("0\r\n\r\n");
    assertThat(response.body().read(buffer)).isNegative();
    assertThat(runtime.read().status()).isEqualTo(202);
    InvocationOutcome outcome = invocation.outcome().get(5, SECONDS);
    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.trailerErrorType()).isNull();
    assertThat(response.received()).isEqualTo(11);
  }

  @Test
  void anErrorMidwayIsInTheTrailers() throws Exception {
    StreamedResponse response = begin();
    String error = "{\"errorMessage\":\"über\",\"errorType\":\"com.example.Oops\"}";
    runtime.write(
        "1\r\na\r\n0\r\nLambda-Runtime-Function-Error-Type: Runtime.Oops\r\n"
            + "Lambda-Runtime-Function-Error-Body: "
            + Base64.getEncoder().encodeToString(error.getBytes(UTF_8))
            + "\r\n\r\n");
    assertThat(response.body().readAllBytes()).asString(UTF_8).isEqualTo("a");
    InvocationOutcome outcome = invocation.outcome().get(5, SECONDS);
    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.trailerErrorType()).isEqualTo("Runtime.Oops");
    assertThat(outcome.trailerError()).isEqualTo(error);
  }

  @Test
  void aReaderThatStopsMakesTheRuntimeWait() throws Exception {
    StreamedResponse response = begin();
    AtomicLong sent = new AtomicLong();
    CompletableFuture<Boolean> done = send(32, sent);
    long before = -1;
    // The sockets' buffers fill up, and then nothing moves.
    while (sent.get() != before || before < 1) {
      before = sent.get();
      Thread.sleep(300);
    }
    assertThat(done).isNotDone();
    assertThat(sent.get()).isLessThan(32L * MB);
    assertThat(response.body().transferTo(OutputStream.nullOutputStream())).isEqualTo(32L * MB);
    assertThat(done.get(10, SECONDS)).isTrue();
    assertThat(runtime.read().status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201})
  void moreThanTheLimitIsTooLarge(int megabytes) throws Exception {
    StreamedResponse response = begin();
    var _ = send(megabytes, new AtomicLong());
    if (megabytes == 200) {
      assertThat(response.body().transferTo(OutputStream.nullOutputStream())).isEqualTo(200L * MB);
      assertThat(invocation.outcome().get(5, SECONDS).succeeded()).isTrue();
    } else {
      assertThatThrownBy(() -> response.body().transferTo(OutputStream.nullOutputStream()))
          .isInstanceOf(IOException.class);
      assertThat(invocation.outcome().get(5, SECONDS).errorType())
          .isEqualTo("Function.ResponseSizeTooLarge");
    }
  }

  private CompletableFuture<Boolean> send(int megabytes, AtomicLong sent) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            for (int i = 0; i < megabytes; i++) {
              runtime.write("100000\r\n").write(new byte[MB]).write("\r\n");
              sent.addAndGet(MB);
            }
            runtime.write("0\r\n\r\n");
            done.complete(true);
          } catch (IOException e) {
            done.complete(false);
          }
        });
    return done;
  }

  @Test
  void aBodyCutShortFailsItsReader() throws Exception {
    StreamedResponse response = begin();
    runtime.write("A\r\nabc").end();
    assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
    assertThat(invocation.outcome().get(5, SECONDS).errorType())
        .isEqualTo("Runtime.TruncatedResponse");
    assertThat(runtime.read().status()).isEqualTo(400);
  }

  @Test
  void aSecondResponseMeanwhileIsForbidden() throws Exception {
    begin();
    try (RawClient other = new RawClient(api.port())) {
      RawClient.Answer answer = other.post(path(request, "error"), "{}");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body())
          .contains("Transition from InvocationResponse to InvocationErrorResponse failed");
      assertThat(other.get(NEXT).status()).isEqualTo(403);
    }
  }

  @Test
  void afterATimeoutMidwayTheAnswerIsGone() throws Exception {
    begin();
    api.timeOut(request);
    assertThat(runtime.read().status()).isEqualTo(410);
    assertThat(runtime.closedByServer()).isTrue();
  }

  @Test
  void aBufferedResponseIsOnePiece() throws Exception {
    assertThat(runtime.post(path(request, "response"), "\"whole\"").status()).isEqualTo(202);
    StreamedResponse response = invocation.response().get(5, SECONDS);
    assertThat(response.streaming()).isFalse();
    assertThat(response.body().readAllBytes()).asString(UTF_8).isEqualTo("\"whole\"");
  }

  @Test
  void anErrorIsNoResponse() throws Exception {
    runtime.post(path(request, "error"), "{}");
    assertThat(invocation.outcome().get(5, SECONDS).succeeded()).isFalse();
    assertThat(invocation.response()).isCompletedExceptionally();
  }

  @Test
  void aPreludeStandsBeforeTheBody() throws Exception {
    String json =
        "{\"statusCode\":201,\"headers\":{\"b\":\"1\",\"a\":\"2\"},\"cookies\":[\"c=d\"]}";
    InputStream in = new ByteArrayInputStream((json + "\0\0\0\0\0\0\0\0\0body").getBytes(UTF_8));
    HttpPrelude prelude = HttpPrelude.read(in);
    assertThat(prelude.statusCode()).isEqualTo(201);
    assertThat(prelude.headers().toString()).isEqualTo("{b=1, a=2}");
    assertThat(prelude.cookies()).containsExactly("c=d");
    assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("\0body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{}\0\0\0\0\0\0\0", "[]\0\0\0\0\0\0\0\0", "\0\0\0\0\0\0\0\0"})
  void whatIsNoPreludeIsRefused(String text) {
    InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8));
    assertThatThrownBy(() -> HttpPrelude.read(in)).isInstanceOf(IOException.class);
  }

  @Test
  void aPreludeIsWithin16Kilobytes() {
    String json = "{\"headers\":{\"a\":\"" + "x".repeat(16_384) + "\"}}\0\0\0\0\0\0\0\0";
    InputStream in = new ByteArrayInputStream(json.getBytes(UTF_8));
    assertThatThrownBy(() -> HttpPrelude.read(in)).hasMessageContaining("16384");
  }
}
