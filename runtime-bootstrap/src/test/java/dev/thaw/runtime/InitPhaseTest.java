package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.Shapes;
import com.example.Starts;
import dev.thaw.local.InvocationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From the handler setting to a handler that is ready, or to an init error. */
class InitPhaseTest {
  private static final String STARTS = "com.example.Starts$";

  @Test
  void theConstructorGetsTheEnvironment() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Starts.Configured.class).variable("TABLE", "stöck").start()) {
      assertThat(function.respond("\"\"")).isEqualTo("\"stöck\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "on-demand, primed 0",
    "provisioned-concurrency, primed 1",
    "lambda-managed-instances, primed 1"
  })
  void primesWhereNobodyWaits(String initializationType, String answer) throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Starts.Warm.class)
            .variable("AWS_LAMBDA_INITIALIZATION_TYPE", initializationType)
            .start()) {
      assertThat(function.respond("\"\"")).isEqualTo('"' + answer + '"');
    }
  }

  @Test
  void primesWhileItTrains() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Starts.Warm.class).variable("THAW_TRAINING", "1").start()) {
      assertThat(function.respond("\"\"")).isEqualTo("\"primed 1\"");
    }
  }

  @Test
  void doesNotPrimeWhereTheTypeIsUnknown() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Starts.Warm.class).without("AWS_LAMBDA_INITIALIZATION_TYPE").start()) {
      assertThat(function.respond("\"\"")).isEqualTo("\"primed 0\"");
    }
  }

  @Test
  void anInterruptThatTheConstructorLeavesHitsNothing() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.Interrupting.class)) {
      assertThat(function.respond("\"\"")).isEqualTo("\"false\"");
    }
  }

  @Test
  void anInterruptedConstructorIsStillReported() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.InterruptedAndBroken.class)) {
      JsonNode error = failure(function, "Function.IllegalStateException");
      assertThat(error.get("errorMessage").asString()).isEqualTo("as asked");
    }
  }

  @Test
  void closesTheHandlerAtSigterm() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.Closing.class)) {
      function.respond("\"\"");
      assertThat(function.logged("closed once")).isZero();
      assertThat(function.terminate().exitCode()).isEqualTo(128 + 15);
      assertThat(function.logged("closed once")).isEqualTo(1);
    }
  }

  /** The JVM would wait 300 milliseconds for the thread that waits for an invocation. */
  @Test
  void endsAtSigtermWithoutDelay() throws Exception {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5 && best > 200; i++) {
      try (RuntimeProcess function = RuntimeProcess.start(Starts.Closing.class)) {
        function.respond("\"\"");
        long begin = System.nanoTime();
        assertThat(function.terminate().exitCode()).isEqualTo(128 + 15);
        best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
        assertThat(function.log()).doesNotContain("ERROR", "broke off");
      }
    }
    assertThat(best).as("milliseconds").isLessThan(250);
  }

  @Test
  void logsThatClosingFailed() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.ClosingBadly.class)) {
      function.respond("\"\"");
      function.terminate().exitCode();
      assertThat(function.logged("java.lang.IllegalStateException: cannot close")).isEqualTo(1);
    }
  }

  /** The report, which stands once in the log too; the process ends. */
  private static JsonNode failure(RuntimeProcess function, String errorType) throws Exception {
    InvocationOutcome outcome = function.initError();
    assertThat(outcome.errorType()).isEqualTo(errorType);
    assertThat(function.exitCode()).isNotZero();
    JsonNode error = RuntimeProcess.json(outcome);
    String record = error.get("errorType").asString();
    assertThat(function.logged("ERROR ")).as(function.log()).isEqualTo(1);
    assertThat(function.log()).contains(record);
    assertThat(function.requests()).as("requests").hasSize(1);
    assertThat(function.log()).doesNotContain("at dev.thaw.runtime");
    return error;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.example.Missing | com.example.Missing",
        "com.example.Missing::handleRequest | com.example.Missing",
        "com/example/Starts | com/example/Starts",
        "'' | package.Class",
        "com.example.Shapes$Text:: | package.Class",
        "com.example.Shapes$AwsText::greet | greet",
        STARTS + "Private | public constructor",
        STARTS + "Demanded | public constructor",
        STARTS + "Abstract | abstract",
        STARTS + "Inner | inner class",
        STARTS + "Shapeless | RequestStreamHandler",
        "dev.thaw.handler.Handler | abstract",
        "com.example.Shapes$Open | names",
        "com.example.Shapes$Untyped | names"
      })
  @JvmOnly("no executable is built from it")
  void aHandlerThatCannotBe(String setting, String message) throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(setting).start()) {
      JsonNode error = failure(function, "Runtime.BadFunctionCode");
      String expected = message.equals("names") ? "open: name a class" : message;
      assertThat(error.get("errorMessage").asString()).contains(expected);
      assertThatThrownBy(() -> HandlerParts.of(setting, Starts.class.getClassLoader()))
          .as("what the build of an executable says")
          .hasMessageContaining(expected);
    }
  }

  @Test
  void noHandlerSetting() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of("").without("_HANDLER").start()) {
      JsonNode error = failure(function, "Runtime.BadFunctionCode");
      assertThat(error.get("errorMessage").asString()).contains("handler setting");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hidden", "Configured"})
  void aPublicConstructorIsEnough(String name) throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(STARTS + name).variable("TABLE", "event").start()) {
      assertThat(function.respond("\"event\"")).isEqualTo("\"event\"");
    }
  }

  @Test
  void aConstructorThatThrows() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.Throwing.class)) {
      JsonNode error = failure(function, "Function.IllegalStateException");
      assertThat(error.get("errorMessage").asString()).isEqualTo("No table there");
      assertThat(error.get("errorType").asString()).isEqualTo("java.lang.IllegalStateException");
      assertThat(error.at("/stackTrace/0").asString())
          .startsWith("com.example.Starts$Throwing.<init>(Starts.java:");
    }
  }

  @Test
  void aStaticInitializerThatThrows() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.ThrowingInStatic.class)) {
      JsonNode error = failure(function, "Function.ExceptionInInitializerError");
      assertThat(error.at("/cause/errorMessage").asString()).contains("\"one\"");
    }
  }

  @Test
  void primingThatThrows() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Starts.WarmingBadly.class).variable("THAW_TRAINING", "1").start()) {
      JsonNode error = failure(function, "Function.IllegalStateException");
      assertThat(error.get("errorMessage").asString()).isEqualTo("too cold");
    }
  }

  @Test
  void everyMissingVariableIsNamedOnce() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Starts.Demanding.class).variable("SIZE", "s3cret").start()) {
      JsonNode error = failure(function, "Function.EnvironmentException");
      String message = error.get("errorMessage").asString();
      assertThat(message)
          .containsOnlyOnce("TABLE")
          .containsOnlyOnce("SIZE")
          .containsOnlyOnce("FAST")
          .doesNotContain("s3cret");
      assertThat(error.at("/suppressed/0/errorMessage").asString()).contains("a table has a name");
      assertThat(function.log()).doesNotContain("s3cret");
    }
  }

  @Test
  void aMissingVariableFailsAConstructorThatDoesNotThrow() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.Configured.class)) {
      JsonNode error = failure(function, "Function.EnvironmentException");
      assertThat(error.get("errorMessage").asString()).contains("TABLE is not set");
      assertThat(error.has("suppressed")).isFalse();
    }
  }

  @Test
  void threadsOfTheFunctionDoNotKeepTheProcessAlive() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.ThrowingWithThread.class)) {
      failure(function, "Function.IllegalStateException");
    }
  }

  @Test
  void theAddressOfTheRuntimeApi() throws Exception {
    for (String address : new String[] {"", "127.0.0.1:port", ":9001", "127.0.0.1:70000"}) {
      try (RuntimeProcess function =
          RuntimeProcess.of(Shapes.Text.class)
              .variable("AWS_LAMBDA_RUNTIME_API", address)
              .start()) {
        assertThat(function.exitCode()).isEqualTo(1);
        assertThat(function.log()).contains("AWS_LAMBDA_RUNTIME_API");
      }
    }
  }
}
