package dev.thaw.local;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Execution environments, with real processes that play a runtime. */
class LocalLambdaTest {
  private final RecordingLog log = new RecordingLog();
  private LocalLambda lambda;

  @BeforeEach
  void startWithoutFunctions() throws Exception {
    lambda = LocalLambda.builder().start();
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  private void start(FunctionConfiguration.Builder function) throws Exception {
    lambda.close();
    lambda = LocalLambda.builder().function(function.build()).logs(log).start();
  }

  private InvocationResult invoke(String payload) throws Exception {
    return lambda.invoke("f", payload);
  }

  @Test
  void anIdleEnvironmentIsUsedAgain() throws Exception {
    start(FakeRuntime.function("f", "pid"));
    InvocationResult cold = invoke("{}");
    InvocationResult warm = invoke("{}");
    assertThat(cold.coldStart()).isTrue();
    assertThat(warm.coldStart()).isFalse();
    assertThat(warm.outcome().text()).isEqualTo(cold.outcome().text());
  }

  @Test
  void timesAreMeasured() throws Exception {
    start(FakeRuntime.function("f", "sleep"));
    InvocationResult cold = invoke("200");
    assertThat(cold.duration()).isBetween(Duration.ofMillis(200), Duration.ofMillis(2500));
    Duration init = cold.initDuration().orElseThrow();
    assertThat(init).isBetween(Duration.ofMillis(5), Duration.ofSeconds(9));
    Duration sum = init.plus(cold.duration());
    assertThat(cold.firstResponse().orElseThrow()).isBetween(sum, sum.plusMillis(500));
    InvocationResult warm = invoke("1");
    assertThat(warm.duration()).isLessThan(Duration.ofSeconds(1));
    assertThat(warm.initDuration()).isEmpty();
    assertThat(warm.firstResponse()).isEmpty();
    assertThat(warm.maxMemoryUsed()).isBetween(10, 512);
  }

  @Test
  void theProcessGetsLambdasEnvironmentAndNothingElse(@TempDir Path taskRoot) throws Exception {
    start(
        FakeRuntime.function("f", "environment")
            .taskRoot(taskRoot)
            .memorySize(1769)
            .environment("TABLE", "orders"));
    JsonNode variables = requireNonNull(Json.parse(invoke("{}").outcome().payload()));
    assertThat(variables.propertyNames())
        .containsExactlyInAnyOrder(
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT",
            "LANG",
            "PATH",
            "TABLE",
            "TZ",
            "_HANDLER");
    assertThat(variables.get("AWS_LAMBDA_FUNCTION_NAME").stringValue()).isEqualTo("f");
    assertThat(variables.get("AWS_LAMBDA_FUNCTION_VERSION").stringValue()).isEqualTo("$LATEST");
    assertThat(variables.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").stringValue()).isEqualTo("1769");
    assertThat(variables.get("AWS_LAMBDA_LOG_GROUP_NAME").stringValue()).isEqualTo("/aws/lambda/f");
    assertThat(variables.get("AWS_LAMBDA_LOG_STREAM_NAME").stringValue())
        .matches("\\d{4}/\\d{2}/\\d{2}/\\[\\$LATEST\\][0-9a-f]{32}");
    assertThat(variables.get("LAMBDA_TASK_ROOT").stringValue()).isEqualTo(taskRoot.toString());
    assertThat(variables.get("TZ").stringValue()).isEqualTo(":UTC");
    assertThat(variables.get("TABLE").stringValue()).isEqualTo("orders");
  }

  @Test
  void theTaskRootIsTheWorkingDirectory(@TempDir Path taskRoot) throws Exception {
    start(FakeRuntime.function("f", "folder").taskRoot(taskRoot));
    assertThat(invoke("{}").outcome().text()).isEqualTo("\"" + taskRoot.toRealPath() + "\"");
  }

  @Test
  void theDeadlineBeginsWhenTheRuntimeGetsTheEvent() throws Exception {
    start(FakeRuntime.function("f", "headers").timeout(Duration.ofSeconds(60)));
    Instant before = Instant.now();
    JsonNode headers = requireNonNull(Json.parse(invoke("{}").outcome().payload()));
    Instant deadline =
        Instant.ofEpochMilli(
            Long.parseLong(headers.get("lambda-runtime-deadline-ms").stringValue()));
    assertThat(deadline).isBetween(before.plusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(headers.get("lambda-runtime-trace-id").stringValue())
        .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
    assertThat(headers.get("lambda-runtime-invoked-function-arn").stringValue())
        .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:f");
    assertThat(headers.has("lambda-runtime-client-context")).isFalse();
  }

  @Test
  void outputIsLoggedBetweenLambdasLines() throws Exception {
    start(FakeRuntime.function("f", "print").memorySize(128));
    InvocationResult result = invoke("{}");
    String id = result.requestId();
    assertThat(result.logTail())
        .matches(
            "init\nSTART RequestId: "
                + id
                + " Version: \\$LATEST\nout Gr(ü|\\?+)(ß|\\?+)e\nerr\nno end\nEND RequestId: "
                + id
                + "\nREPORT RequestId: "
                + id
                + "\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB"
                + "\tMax Memory Used: \\d+ MB\tInit Duration: \\d+\\.\\d\\d ms\t\n");
    assertThat(log.lines())
        .startsWith("f: init", "f: START RequestId: " + id + " Version: $LATEST");
    assertThat(invoke("{}").logTail()).startsWith("START").doesNotContain("Init Duration");
  }

  @Test
  void anErrorOfTheFunctionKeepsTheEnvironment() throws Exception {
    start(FakeRuntime.function("f", "error"));
    InvocationResult result = invoke("{}");
    assertThat(result.outcome().succeeded()).isFalse();
    assertThat(result.outcome().errorType()).isEqualTo("Function.No");
    assertThat(result.outcome().text())
        .isEqualTo("{\"errorMessage\":\"no\",\"errorType\":\"com.example.No\"}");
    assertThat(invoke("{}").coldStart()).isFalse();
  }

  @Test
  void anInitErrorIsTheCallers() throws Exception {
    start(FakeRuntime.function("f", "init-error"));
    InvocationResult result = invoke("{}");
    assertThat(result.outcome().errorType()).isEqualTo("Runtime.NoTable");
    assertThat(result.outcome().text())
        .isEqualTo("{\"errorMessage\":\"no table\",\"errorType\":\"NoTable\"}");
    assertThat(invoke("{}").coldStart()).isTrue();
  }

  @Test
  void anExitBeforeTheFirstNextIsTold() throws Exception {
    start(FakeRuntime.function("f", "exit-in-init"));
    InvocationResult result = invoke("{}");
    assertThat(result.outcome().text())
        .isEqualTo(
            "{\"errorMessage\":\"RequestId: "
                + result.requestId()
                + " Error: Runtime exited with error: exit status 7\","
                + "\"errorType\":\"Runtime.ExitError\"}");
    assertThat(result.logTail()).contains("Status: error\tError Type: Runtime.ExitError\t");
  }

  @Test
  void anExitDuringAnInvocationIsTold() throws Exception {
    start(FakeRuntime.function("f", "exit"));
    assertThat(invoke("3").outcome().text()).contains("Runtime exited with error: exit status 3");
    InvocationResult second = invoke("0");
    assertThat(second.coldStart()).isTrue();
    assertThat(second.outcome().text()).contains("Runtime exited without providing a reason");
    assertThat(second.outcome().errorType()).isEqualTo("Runtime.ExitError");
  }

  @Test
  void anExitAfterTheResponseDoesNotHarmTheNextInvocation() throws Exception {
    start(FakeRuntime.function("f", "respond-and-exit"));
    assertThat(invoke("1").outcome().text()).isEqualTo("1");
    InvocationResult second = invoke("2");
    assertThat(second.outcome().text()).isEqualTo("2");
    assertThat(second.coldStart()).isTrue();
  }

  @Test
  void afterTheTimeoutTheProcessIsKilled() throws Exception {
    start(FakeRuntime.function("f", "sleep").timeout(Duration.ofSeconds(1)));
    CompletableFuture<InvocationResult> slow =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return invoke("30000");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    InvocationResult result = slow.get(20, SECONDS);
    assertThat(result.outcome().text())
        .isEqualTo(
            "{\"errorMessage\":\"RequestId: "
                + result.requestId()
                + " Error: Task timed out after 1.00 seconds\","
                + "\"errorType\":\"Sandbox.Timedout\"}");
    assertThat(result.duration()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    assertThat(result.logTail())
        .containsPattern("Z " + result.requestId() + " Task timed out after 1.00 seconds\n")
        .contains("\tStatus: timeout\t");
    assertThat(children()).isZero();
    InvocationResult next = invoke("1");
    assertThat(next.coldStart()).isTrue();
    assertThat(next.outcome().text()).isEqualTo("1");
  }

  @Test
  void aResponseThatIsTooLargeIsAFunctionError() throws Exception {
    start(FakeRuntime.function("f", "large").timeout(Duration.ofSeconds(20)));
    assertThat(invoke("{}").outcome().text())
        .isEqualTo(
            "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size"
                + " (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}");
    assertThat(invoke("{}").coldStart()).isFalse();
  }

  @Test
  void concurrentInvocationsHaveEnvironmentsOfTheirOwnUpToTheLimit() throws Exception {
    start(
        FakeRuntime.function("f", "sleep").reservedConcurrency(2).timeout(Duration.ofSeconds(30)));
    CompletableFuture<InvocationResult> first = inBackground("1500");
    CompletableFuture<InvocationResult> second = inBackground("1500");
    while (children() < 2) {
      Thread.sleep(5);
    }
    assertThatThrownBy(() -> invoke("1")).isInstanceOf(ThrottledException.class);
    assertThat(first.get(20, SECONDS).coldStart()).isTrue();
    assertThat(second.get(20, SECONDS).coldStart()).isTrue();
    assertThat(invoke("1").coldStart()).isFalse();
  }

  @Test
  void closingKillsWhatRuns() throws Exception {
    start(FakeRuntime.function("f", "sleep").timeout(Duration.ofSeconds(60)));
    CompletableFuture<InvocationResult> running = inBackground("60000");
    while (children() < 1) {
      Thread.sleep(5);
    }
    lambda.close();
    assertThat(running.get(5, SECONDS).outcome().succeeded()).isFalse();
    assertThat(children()).isZero();
  }

  @Test
  void aBootstrapThatCannotBeStartedIsTold(@TempDir Path taskRoot) throws Exception {
    start(FakeRuntime.function("f", "x").bootstrap(taskRoot.resolve("bootstrap")));
    assertThat(invoke("{}").outcome().errorType()).isEqualTo("Runtime.InvalidEntrypoint");
  }

  private CompletableFuture<InvocationResult> inBackground(String payload) {
    CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            result.complete(invoke(payload));
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Processes that run a fake runtime now. */
  private static long children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.isAlive() && String.valueOf(child.info()).contains("FakeRuntime"))
        .count();
  }
}
