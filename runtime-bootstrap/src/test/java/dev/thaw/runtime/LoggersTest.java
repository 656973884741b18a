package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Loggers;
import com.example.LogsByLog4j;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Loggers that a function finds by itself write to the one log, at its level and in its format. */
class LoggersTest {
  @TempDir private Path folder;

  private static RuntimeProcess.Builder json(Class<?> handler) {
    return RuntimeProcess.of(handler).variable("AWS_LAMBDA_LOG_FORMAT", "JSON");
  }

  private static InvocationRequest request(String event, String id) {
    return InvocationRequest.of('"' + event + '"').requestId(id);
  }

  @Test
  void lambdaRuntimesLoggerInText() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Loggers.class).variable("AWS_LAMBDA_LOG_LEVEL", "INFO").start()) {
      function.respond("\"runtime\"");
      assertThat(function.log()).isEqualTo("[INFO] Built\n[WARN] of AWS's\nwithout a level\n");
    }
  }

  @Test
  void lambdaRuntimesLoggerInJson() throws Exception {
    try (RuntimeProcess function = json(Loggers.class).start()) {
      function.respond(request("runtime", "r-1"));
      JsonNode built = RuntimeProcess.json(function.log().lines().toList().getFirst());
      assertThat(built.get("message").asString()).isEqualTo("Built");
      assertThat(built.has("AWSRequestId")).isFalse();
      JsonNode invoked = RuntimeProcess.json(function.log().lines().toList().get(1));
      assertThat(invoked.get("message").asString()).isEqualTo("of AWS's");
      assertThat(invoked.get("level").asString()).isEqualTo("WARN");
      assertThat(invoked.get("AWSRequestId").asString()).isEqualTo("r-1");
    }
  }

  /** INFO and above where nothing else is said, as the JDK's own loggers. */
  @Test
  void systemLoggerInText() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Loggers.class)) {
      function.respond("\"system\"");
      assertThat(function.log())
          .startsWith(
              """
              [INFO] Built
              [INFO] at INFO
              [WARN] at WARNING
              [ERROR] at ERROR
              [INFO] one and two
              [INFO] { {0}
              [INFO] Hello Ada
              [INFO] null
              [ERROR] failed
              java.lang.IllegalStateException: As asked
              \tat com.example.Loggers.system(Loggers.java:\
              """);
    }
  }

  @Test
  void systemLoggerInJsonAtTheLevelOfTheFunction() throws Exception {
    try (RuntimeProcess function =
        json(Loggers.class).variable("AWS_LAMBDA_LOG_LEVEL", "ERROR").start()) {
      function.respond(request("system", "r-1"));
      assertThat(function.log().lines()).hasSize(2);
      JsonNode record = RuntimeProcess.json(function.log().lines().toList().get(1));
      assertThat(record.get("message").asString())
          .startsWith(
              "failed\njava.lang.IllegalStateException: As asked\n\tat com.example.Loggers");
      assertThat(record.get("level").asString()).isEqualTo("ERROR");
      assertThat(record.get("AWSRequestId").asString()).isEqualTo("r-1");
      assertThat(record.get("errorMessage").asString()).isEqualTo("As asked");
    }
  }

  @Test
  void systemLoggerLogsDetailsWhereAskedFor() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Loggers.class).variable("AWS_LAMBDA_LOG_LEVEL", "TRACE").start()) {
      function.respond("\"system\"");
      assertThat(function.log()).contains("[TRACE] at TRACE\n[DEBUG] at DEBUG\n");
      assertThat(function.log()).doesNotContain("at OFF");
    }
  }

  /** A binding that the function brings is asked, though our jar comes first. */
  @Test
  @JvmOnly("an executable's finder is found when it is built")
  void findersOfTheFunctionGoFirst() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("java.lang.System$LoggerFinder"), "com.example.OwnLoggerFinder\n");
    try (RuntimeProcess function = RuntimeProcess.of(Loggers.class).classPath(folder).start()) {
      function.respond("\"system\"");
      assertThat(function.log()).contains("own orders at INFO\n").doesNotContain("[INFO] at INFO");
    }
  }

  @Test
  void javaUtilLoggingIsLeftAlone() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Loggers.class)) {
      function.respond("\"java.util\"");
      assertThat(function.log())
          .containsPattern("com\\.example\\.Loggers handle\nWARNING: of java\\.util\n")
          .doesNotContain("details");
    }
  }

  @Test
  void log4jsAppenderAndItsRequestId() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(LogsByLog4j.class)) {
      function.respond(request("one", "r-1"));
      function.respond(request("two", "r-2"));
      assertThat(function.log())
          .isEqualTo(
              """
              [] INFO LogsByLog4j Built
              [r-1] DEBUG LogsByLog4j Details of one
              [r-1] ERROR LogsByLog4j Error of one
              [r-2] DEBUG LogsByLog4j Details of two
              [r-2] ERROR LogsByLog4j Error of two
              """);
    }
  }

  @Test
  void log4jsRequestIdWhereSeveralInvocationsRunAtATime() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(LogsByLog4j.class).concurrency(2).start()) {
      List<CompletableFuture<InvocationOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        outcomes.add(function.api().submit(request("call " + i, "r-" + i)));
      }
      for (CompletableFuture<InvocationOutcome> outcome : outcomes) {
        assertThat(outcome.get(20, TimeUnit.SECONDS).succeeded()).isTrue();
      }
      for (int i = 0; i < 20; i++) {
        assertThat(function.log().lines())
            .contains("[r-" + i + "] ERROR LogsByLog4j Error of call " + i);
      }
    }
  }

  /** The layout is Log4j's, the level the function's. */
  @Test
  void log4jsAppenderInJson() throws Exception {
    try (RuntimeProcess function =
        json(LogsByLog4j.class).variable("AWS_LAMBDA_LOG_LEVEL", "WARN").start()) {
      function.respond(request("one", "r-1"));
      assertThat(function.log()).isEqualTo("{\"id\":\"r-1\",\"text\":\"Error of one\"}\n");
    }
  }
}
