package dev.thaw.runtime;

import static dev.thaw.runtime.ScriptedServer.answer;
import static dev.thaw.runtime.ScriptedServer.thenClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.Crowd;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Execution environments that take several invocations at a time. */
class ConcurrencyTest {
  private static final String REFUSED = "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void servesAsManyAtATimeAsTheVariableSays() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Crowd.class).concurrency(3).start()) {
      List<CompletableFuture<InvocationOutcome>> outcomes = new ArrayList<>();
      for (String id : List.of("a", "b", "c")) {
        outcomes.add(function.api().submit(InvocationRequest.of("\"meet\"").requestId(id)));
      }
      for (int i = 0; i < 3; i++) {
        assertThat(outcomes.get(i).get(20, TimeUnit.SECONDS).text())
            .isEqualTo("\"" + "abc".charAt(i) + " virtual null\"");
      }
    }
  }

  @Test
  void nothingThatAnInvocationLeavesOnItsThreadReachesTheNext() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Crowd.class).concurrency(1).start()) {
      assertThat(function.respond("\"leave\"")).contains("something");
      assertThat(function.respond("\"look\"")).contains(" virtual null\"");
    }
  }

  @Test
  void anErrorFailsItsInvocationAlone() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Crowd.class).concurrency(2).start()) {
      assertThat(function.fail("\"fail\"").get("errorMessage").asString()).isEqualTo("as asked");
      assertThat(function.respond("\"go on\"")).contains("virtual");
    }
  }

  @Test
  void anErrorOfTheMachineEndsTheProcessOnceItIsReported() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Crowd.class).concurrency(2).start()) {
      assertThat(function.fail("\"exhaust\"").get("errorType").asString())
          .isEqualTo("java.lang.OutOfMemoryError");
      assertThat(function.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void pollsAgainAfterAFailure() throws Exception {
    String event =
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 4\r\n\r\n\"ok\"";
    try (ScriptedServer server =
            ScriptedServer.start(answer(REFUSED), thenClose("HTTP/1.1 2"), answer(event));
        RuntimeProcess function = against(server, "1")) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.takeRequest()).startsWith("GET /2018-06-01/runtime/invocation/next");
      }
      assertThat(server.takeRequest()).contains("/1/response \"1 virtual null\"");
      assertThat(function.logged("The Runtime API failed")).isEqualTo(2);
    }
  }

  @Test
  void endsWhenNoPollSucceedsAnyMore() throws Exception {
    ScriptedServer.Answer[] refusals = new ScriptedServer.Answer[40];
    java.util.Arrays.fill(refusals, answer(REFUSED));
    try (ScriptedServer server = ScriptedServer.start(refusals);
        RuntimeProcess function = against(server, "2")) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.log()).contains("The Runtime API answered 500 to /next");
      assertThat(function.logged("The Runtime API failed")).isBetween(10, 14);
    }
  }

  /** The most that {@code PerExecutionEnvironmentMaxConcurrency} of a capacity provider allows. */
  @Test
  void servesSixteenHundredAtATime() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Crowd.class).concurrency(1600).start()) {
      assertThat(function.respond("\"hello\"")).contains("virtual");
    }
  }

  @Test
  void endsAtSigtermWithoutAWord() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Crowd.class).concurrency(2).start()) {
      assertThat(function.respond("\"go on\"")).contains("virtual");
      assertThat(function.terminate().exitCode()).isEqualTo(128 + 15);
      assertThat(function.log()).doesNotContain("WARN", "ERROR");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "10001", "2.5"})
  void aNumberThatIsNoneFailsTheInitPhase(String setting) throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Crowd.class).variable("AWS_LAMBDA_MAX_CONCURRENCY", setting).start()) {
      assertThat(function.initError().text())
          .contains("AWS_LAMBDA_MAX_CONCURRENCY is not a whole number from 1 to 10000");
      assertThat(function.exitCode()).isEqualTo(1);
    }
  }

  private static RuntimeProcess against(ScriptedServer server, String concurrency)
      throws Exception {
    return RuntimeProcess.of(Crowd.class)
        .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
        .variable("AWS_LAMBDA_MAX_CONCURRENCY", concurrency)
        .start();
  }
}
