package dev.thaw.local;

import static dev.thaw.local.RuntimeDouble.NEXT;
import static dev.thaw.local.RuntimeDouble.awaitRequests;
import static dev.thaw.local.RuntimeDouble.inBackground;
import static dev.thaw.local.RuntimeDouble.path;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two invocations at a time, as the emulator of Managed Instances has it. */
class ManagedInstancesTest {
  private RuntimeApiServer api;
  private RawClient first;
  private RawClient second;
  private RawClient third;

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApiServer.builder().concurrency(2).invocationIds().start();
    first = new RawClient(api.port());
    second = new RawClient(api.port());
    third = new RawClient(api.port());
  }

  @AfterEach
  void stop() throws Exception {
    for (RawClient client : List.of(first, second, third)) {
      client.close();
    }
    api.close();
  }

  @Test
  void severalInvocationsRunAndAreAnsweredInAnyOrder() throws Exception {
    InvocationRequest a = InvocationRequest.of("1");
    InvocationRequest b = InvocationRequest.of("2");
    CompletableFuture<InvocationOutcome> outcomeOfA = api.submit(a);
    CompletableFuture<InvocationOutcome> outcomeOfB = api.submit(b);
    assertThat(first.get(NEXT).body()).isEqualTo("1");
    assertThat(second.get(NEXT).body()).isEqualTo("2");
    assertThat(second.post(path(b, "response"), "\"b\"").status()).isEqualTo(202);
    assertThat(outcomeOfB.get(5, SECONDS).text()).isEqualTo("\"b\"");
    assertThat(outcomeOfA).isNotDone();
    assertThat(first.post(path(a, "error"), "{}").status()).isEqualTo(202);
    assertThat(outcomeOfA.get(5, SECONDS).succeeded()).isFalse();
  }

  @Test
  void noMoreThanTheConcurrencyRun() throws Exception {
    InvocationRequest a = InvocationRequest.of("1");
    api.enqueue(a);
    api.enqueue(InvocationRequest.of("2"));
    api.enqueue(InvocationRequest.of("3"));
    first.get(NEXT);
    second.get(NEXT);
    CompletableFuture<RawClient.Answer> waiting = inBackground(third, NEXT);
    awaitRequests(api, 3);
    Thread.sleep(50);
    assertThat(waiting).isNotDone();
    first.post(path(a, "response"), "1");
    assertThat(waiting.get(5, SECONDS).body()).isEqualTo("3");
  }

  @Test
  void morePollersThanTheConcurrencyAreRefused() throws Exception {
    CompletableFuture<RawClient.Answer> a = inBackground(first, NEXT);
    CompletableFuture<RawClient.Answer> b = inBackground(second, NEXT);
    awaitRequests(api, 2);
    // A request is recorded just before it waits.
    Thread.sleep(50);
    RawClient.Answer answer = third.get(NEXT);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("\"errorType\":\"Runtime.TooManyIdleRuntimes\"");
    api.enqueue(InvocationRequest.of("1"));
    api.enqueue(InvocationRequest.of("2"));
    assertThat(a.get(5, SECONDS).status()).isEqualTo(200);
    assertThat(b.get(5, SECONDS).status()).isEqualTo(200);
  }

  @Test
  void unknownAndSecondAnswersAreInvalid() throws Exception {
    InvocationRequest a = InvocationRequest.of("1");
    api.enqueue(a);
    first.get(NEXT);
    assertThat(second.post(path(InvocationRequest.of("2"), "response"), "1").status())
        .isEqualTo(400);
    first.write(
        "POST "
            + path(a, "response")
            + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            + "Lambda-Runtime-Function-Response-Mode: streaming\r\n\r\n1\r\na\r\n");
    awaitRequests(api, 3);
    Thread.sleep(50);
    RawClient.Answer meanwhile = second.post(path(a, "error"), "{}");
    assertThat(meanwhile.status()).isEqualTo(400);
    assertThat(meanwhile.body()).contains("\"errorType\":\"InvalidRequestID\"");
    assertThat(first.write("0\r\n\r\n").read().status()).isEqualTo(202);
    assertThat(second.post(path(a, "response"), "1").status()).isEqualTo(400);
  }

  @Test
  void aLateAnswerIsGone() throws Exception {
    InvocationRequest a = InvocationRequest.of("1");
    CompletableFuture<InvocationOutcome> outcome = api.submit(a);
    first.get(NEXT);
    api.timeOut(a);
    assertThat(outcome.get(5, SECONDS).errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(first.post(path(a, "response"), "1").status()).isEqualTo(410);
  }

  @Test
  void eachAttemptHasAnIdThatIsChecked() throws Exception {
    InvocationRequest a = InvocationRequest.of("1");
    InvocationRequest b = InvocationRequest.of("2");
    api.enqueue(a);
    api.enqueue(b);
    String idOfA = id(first.get(NEXT));
    String idOfB = id(second.get(NEXT));
    assertThat(idOfA).isNotEqualTo(idOfB);
    RawClient.Answer crossed =
        first.post(path(a, "response"), "1", "Lambda-Runtime-Invocation-Id: " + idOfB);
    assertThat(crossed.status()).isEqualTo(410);
    assertThat(
            first.post(path(a, "error"), "{}", "Lambda-Runtime-Invocation-Id: " + idOfA).status())
        .isEqualTo(202);
    assertThat(second.post(path(b, "response"), "1").status()).isEqualTo(202);
  }

  private static String id(RawClient.Answer next) {
    String id = next.headers().get("lambda-runtime-invocation-id");
    assertThat(id).isNotEmpty();
    return String.valueOf(id);
  }
}
