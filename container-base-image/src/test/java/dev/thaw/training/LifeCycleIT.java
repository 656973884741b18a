package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.FunctionConfiguration;
import dev.thaw.local.InvocationResult;
import dev.thaw.local.LocalLambda;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of execution environments that shut down, time out, crash and start again. */
class LifeCycleIT {
  @TempDir private static Path folder;

  private final List<String> log = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void build() throws Exception {
    Functions.jar(folder.resolve("lib/fate.jar"), Functions.compile("Fate"));
  }

  /** Lambda sends SIGTERM only since the runtime has an extension, and leaves it 150 ms. */
  @Test
  void shutsDownInOrder() throws Exception {
    Path notes = folder.resolve("shutdown");
    try (LocalLambda lambda = start(fate(notes))) {
      assertThat(succeed(lambda, "\"\"").coldStart()).isTrue();
    }
    assertThat(Files.readAllLines(notes)).containsExactlyInAnyOrder("closed", "hook");
  }

  @Test
  void startsAgainAfterATimeout() throws Exception {
    try (LocalLambda lambda =
        start(fate(folder.resolve("timeout")).timeout(Duration.ofSeconds(1)))) {
      String first = succeed(lambda, "\"\"").outcome().text();
      assertThat(fail(lambda, "\"sleep\"")).contains("Sandbox.Timedout");
      InvocationResult next = succeed(lambda, "\"\"");
      assertThat(next.coldStart()).isTrue();
      assertThat(next.outcome().text()).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "crash, Runtime.ExitError",
    "exit, Runtime.ExitError",
    "exhaust, java.lang.OutOfMemoryError"
  })
  void startsAgainAfterItsEnd(String event, String errorType) throws Exception {
    try (LocalLambda lambda = start(fate(folder.resolve(event)))) {
      succeed(lambda, "\"\"");
      assertThat(fail(lambda, '"' + event + '"')).contains(errorType);
      assertThat(succeed(lambda, "\"\"").coldStart()).isTrue();
    }
  }

  @Test
  void goesOnAfterAStackOverflow() throws Exception {
    try (LocalLambda lambda = start(fate(folder.resolve("recurse")))) {
      String first = succeed(lambda, "\"\"").outcome().text();
      assertThat(fail(lambda, "\"recurse\"")).contains("java.lang.StackOverflowError");
      assertThat(succeed(lambda, "\"\"").outcome().text()).isEqualTo(first);
    }
  }

  @Test
  void takesSeveralInvocationsAtATime() throws Exception {
    try (LocalLambda lambda = start(fate(folder.resolve("several")).maxConcurrency(3));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> outcomes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        outcomes.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return succeed(lambda, "\"meet\"").outcome().text();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                threads));
      }
      String first = outcomes.getFirst().get(30, TimeUnit.SECONDS);
      for (CompletableFuture<String> outcome : outcomes) {
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(first);
      }
    }
  }

  @Test
  void isRestoredFromASnapshot() throws Exception {
    try (LocalLambda lambda = start(fate(folder.resolve("snapshot")).snapStart())) {
      succeed(lambda, "\"\"");
      assertThat(succeed(lambda, "\"\"").coldStart()).isFalse();
    }
  }

  private LocalLambda start(FunctionConfiguration.Builder function) throws Exception {
    return LocalLambda.builder()
        .function(function.build())
        .logs((name, line) -> log.add(line))
        .start();
  }

  private static FunctionConfiguration.Builder fate(Path notes) {
    return FunctionConfiguration.builder("fate")
        .handler("shop.Fate")
        .taskRoot(folder)
        .bootstrap(Layer.BOOTSTRAP)
        .memorySize(256)
        .environment("NOTES", notes.toString());
  }

  private InvocationResult succeed(LocalLambda lambda, String event) throws Exception {
    InvocationResult result = lambda.invoke("fate", event);
    assertThat(result.outcome().succeeded()).as("%s%n%s", result.outcome().text(), log).isTrue();
    return result;
  }

  private String fail(LocalLambda lambda, String event) throws Exception {
    InvocationResult result = lambda.invoke("fate", event);
    assertThat(result.outcome().succeeded()).as(result.outcome().text()).isFalse();
    return result.outcome().text();
  }
}
