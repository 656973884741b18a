package dev.thaw.local;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * How environments begin and end: https://docs.aws.amazon.com/lambda/latest/dg/
 * lambda-runtime-environment.html.
 */
class EnvironmentLifeCycleTest {
  @TempDir private Path folder;
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
    lambda =
        LocalLambda.builder()
            .function(function.taskRoot(folder).timeout(Duration.ofSeconds(10)).build())
            .logs(log)
            .start();
  }

  private InvocationResult invoke(String payload) throws Exception {
    return lambda.invoke("f", payload);
  }

  @Test
  void aSlowInitPhaseIsRepeatedWithinTheFirstInvocation() throws Exception {
    start(
        FakeRuntime.function("f", "slow-first-init")
            .environment("MARKER", folder.resolve("marker").toString())
            .initLimit(Duration.ofSeconds(2)));
    InvocationResult result = invoke("1");
    assertThat(result.outcome().text()).isEqualTo("1");
    assertThat(result.logTail())
        .startsWith("init\nINIT_REPORT Init Duration: 2000.00 ms\tPhase: init\tStatus: timeout\n");
    // The second init phase is the invocation's time.
    assertThat(result.duration()).isGreaterThan(result.initDuration().orElseThrow());
    assertThat(invoke("2").coldStart()).isFalse();
  }

  @Test
  void theTimeoutHoldsForTheRepeatedInitPhase() throws Exception {
    lambda.close();
    lambda =
        LocalLambda.builder()
            .function(
                FakeRuntime.function("f", "slow-init")
                    .initLimit(Duration.ofMillis(500))
                    .timeout(Duration.ofSeconds(1))
                    .build())
            .logs(log)
            .start();
    InvocationResult result = invoke("1");
    assertThat(result.outcome().errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(result.duration()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  @Test
  void aRuntimeWithAnExtensionIsToldOfItsEnd() throws Exception {
    start(FakeRuntime.function("f", "told-of-its-end"));
    assertThat(invoke("1").outcome().text()).isEqualTo("1");
    lambda.close();
    assertThat(folder.resolve("ended")).exists();
  }

  @Test
  void aRuntimeWithoutExtensionsIsNot() throws Exception {
    start(FakeRuntime.function("f", "not-told-of-its-end"));
    assertThat(invoke("1").outcome().text()).isEqualTo("1");
    lambda.close();
    assertThat(folder.resolve("ended")).doesNotExist();
  }

  @Test
  void aRuntimeThatDoesNotEndInTimeIsKilled() throws Exception {
    start(FakeRuntime.function("f", "slow-end"));
    assertThat(invoke("1").outcome().text()).isEqualTo("1");
    long begin = System.nanoTime();
    lambda.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofMillis(150), Duration.ofSeconds(5));
    assertThat(folder.resolve("begun")).exists();
    assertThat(folder.resolve("ended")).doesNotExist();
  }

  @Test
  void aSnapStartEnvironmentIsRestoredAndKnowsNothingThatWouldGrowOld() throws Exception {
    start(FakeRuntime.function("f", "environment").snapStart());
    JsonNode variables = requireNonNull(Json.parse(invoke("1").outcome().payload()));
    assertThat(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE").stringValue())
        .isEqualTo("snap-start");
    assertThat(variables.propertyNames())
        .contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN")
        .doesNotContain(
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN");
    start(FakeRuntime.function("f", "restored").snapStart());
    InvocationResult result = invoke("1");
    assertThat(result.outcome().text()).isEqualTo("1");
    assertThat(result.logTail()).contains("restored 200\n");
  }

  @Test
  void aFailedRestoreIsTheCallers() throws Exception {
    start(FakeRuntime.function("f", "restore-error").snapStart());
    InvocationResult result = invoke("1");
    assertThat(result.outcome().errorType()).isEqualTo("Runtime.AfterRestoreError");
    assertThat(invoke("1").coldStart()).isTrue();
  }

  @Test
  void aManagedInstanceTakesSeveralInvocationsAtATime() throws Exception {
    start(FakeRuntime.function("f", "concurrent").maxConcurrency(2));
    List<CompletableFuture<InvocationResult>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      CompletableFuture<InvocationResult> result = new CompletableFuture<>();
      running.add(result);
      Thread.startVirtualThread(
          () -> {
            try {
              result.complete(invoke("1000"));
            } catch (Exception e) {
              result.completeExceptionally(e);
            }
          });
    }
    Set<String> processes = new HashSet<>();
    for (CompletableFuture<InvocationResult> result : running) {
      processes.add(result.get(20, SECONDS).outcome().text());
    }
    assertThat(processes).hasSize(2).allMatch(pid -> pid.matches("\\d+"));
    assertThat(processes).contains(invoke("1").outcome().text());
  }

  @Test
  void aTimeoutOnAManagedInstanceHarmsNoOtherInvocation() throws Exception {
    lambda.close();
    lambda =
        LocalLambda.builder()
            .function(
                FakeRuntime.function("f", "concurrent")
                    .maxConcurrency(2)
                    .timeout(Duration.ofSeconds(1))
                    .build())
            .logs(log)
            .start();
    String pid = invoke("1").outcome().text();
    assertThat(invoke("1200").outcome().errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(invoke("1").outcome().text()).isEqualTo(pid);
  }
}
