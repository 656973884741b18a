package dev.thaw.local;

import static dev.thaw.local.RuntimeDouble.NEXT;
import static dev.thaw.local.RuntimeDouble.awaitRequests;
import static dev.thaw.local.RuntimeDouble.inBackground;
import static dev.thaw.local.RuntimeDouble.path;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedAnswerTest {
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
  void aScriptedNextGivesNothingAway() throws Exception {
    api.script(RuntimeCall.NEXT, ScriptedAnswer.error(500, "InternalServerError", "no"));
    api.enqueue(InvocationRequest.of("1"));
    RawClient.Answer failed = runtime.get(NEXT);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body())
        .isEqualTo("{\"errorMessage\":\"no\",\"errorType\":\"InternalServerError\"}");
    assertThat(runtime.get(NEXT).body()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 413, 500})
  void aScriptedStatusEndsTheInvocationAllTheSame(int status) throws Exception {
    api.script(RuntimeCall.RESPONSE, ScriptedAnswer.error(status, "Some.Type", "no"));
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    assertThat(runtime.post(path(request, "response"), "1").status()).isEqualTo(status);
    assertThat(outcome.get(5, SECONDS).text()).isEqualTo("1");
    api.enqueue(InvocationRequest.of("2"));
    assertThat(runtime.get(NEXT).body()).isEqualTo("2");
  }

  @Test
  void bytesMayBeAnythingAndComeOneByOne() throws Exception {
    byte[] bytes = "HTTP/1.1 200 OK\r\ncontent-LENGTH: 2\r\n\r\n{}".getBytes(US_ASCII);
    api.script(RuntimeCall.NEXT, ScriptedAnswer.raw(bytes).dribbled().thenClosed());
    assertThat(runtime.get(NEXT).body()).isEqualTo("{}");
    assertThat(runtime.closedByServer()).isTrue();
  }

  @Test
  void anAnswerMayBeCut() throws Exception {
    api.script(RuntimeCall.NEXT, ScriptedAnswer.usual().cutAfter(20));
    api.enqueue(InvocationRequest.of("1"));
    assertThatThrownBy(() -> runtime.get(NEXT)).isInstanceOf(IOException.class);
    try (RawClient again = new RawClient(api.port())) {
      assertThat(again.get(NEXT).body()).isEqualTo("1");
    }
  }

  @Test
  void aResponseMayStayUnanswered() throws Exception {
    api.script(RuntimeCall.RESPONSE, ScriptedAnswer.usual().cutAfter(0));
    InvocationRequest request = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    runtime.get(NEXT);
    assertThatThrownBy(() -> runtime.post(path(request, "response"), "1"))
        .isInstanceOf(IOException.class);
    assertThat(outcome.get(5, SECONDS).text()).isEqualTo("1");
  }

  @Test
  void everyAnswerMayEndItsConnection() throws Exception {
    try (RuntimeApiServer closing =
            RuntimeApiServer.builder().answers(ScriptedAnswer.usual().connectionClose()).start();
        RawClient client = new RawClient(closing.port())) {
      closing.enqueue(InvocationRequest.of("1"));
      assertThat(client.get(NEXT).headers()).containsEntry("connection", "close");
      assertThat(client.closedByServer()).isTrue();
    }
  }

  @Test
  void onlyIdleConnectionsAreClosed() throws Exception {
    try (RawClient other = new RawClient(api.port())) {
      api.enqueue(InvocationRequest.of("1").requestId("1"));
      runtime.get(NEXT);
      other.get("/2018-06-01/ping");
      runtime.post("/2018-06-01/runtime/invocation/1/response", "1");
      CompletableFuture<RawClient.Answer> next = inBackground(runtime, NEXT);
      awaitRequests(api, 4);
      api.closeIdleConnections();
      assertThat(other.closedByServer()).isTrue();
      api.enqueue(InvocationRequest.of("2"));
      assertThat(next.get(5, SECONDS).body()).isEqualTo("2");
    }
  }
}
