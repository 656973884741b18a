package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.api.client.api.LambdaContext;
import com.amazonaws.services.lambda.runtime.api.client.logging.JsonLogFormatter;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.example.Crowd;
import com.example.Logs;
import dev.thaw.local.InvocationRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log in JSON is what AWS's Java client would write. */
class JsonLogTest {

  private static RuntimeProcess.Builder json(String format) {
    return RuntimeProcess.of(Logs.class).variable("AWS_LAMBDA_LOG_FORMAT", format);
  }

  /** Each line is a record. */
  private static List<JsonNode> records(RuntimeProcess function) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : function.log().split("\n", -1)) {
      if (!line.isEmpty()) {
        records.add(RuntimeProcess.json(line));
      }
    }
    return records;
  }

  private static String aws(String message, LogLevel level) {
    JsonLogFormatter formatter = new JsonLogFormatter();
    formatter.setLambdaContext(
        new LambdaContext(128, 0, "request-1", "", "", "", null, "", "", "blue", "", null));
    return untimed(formatter.format(message, level).stripTrailing());
  }

  /** As text, since the order of its properties counts, and without the time. */
  private static String untimed(String record) {
    ObjectNode node = (ObjectNode) RuntimeProcess.json(record);
    assertThat(node.properties().iterator().next().getKey()).isEqualTo("timestamp");
    node.put("timestamp", "");
    return node.toString();
  }

  private static InvocationRequest request(String message) {
    return InvocationRequest.of(new JsonMapper().writeValueAsString(message))
        .requestId("request-1")
        .tenantId("blue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "json", "Json"})
  void recordIsAsAwsClientWritesIt(String format) throws Exception {
    try (RuntimeProcess function = json(format).start()) {
      String message = "Grüße 😀 \u0001\t\r\n\"quoted\" <&> \\ \u2028 \u007f";
      function.respond(request(message));
      assertThat(function.log().split("\n", -1)).hasSize(2);
      assertThat(function.log().lines().map(JsonLogTest::untimed))
          .containsExactly(aws(message, LogLevel.INFO));
    }
  }

  @Test
  void everyLevelFromTheLeastOn() throws Exception {
    try (RuntimeProcess function = json("JSON").variable("AWS_LAMBDA_LOG_LEVEL", "ERROR").start()) {
      function.respond(request("levels"));
      List<String> expected = new ArrayList<>();
      for (LogLevel level : List.of(LogLevel.UNDEFINED, LogLevel.ERROR, LogLevel.FATAL)) {
        expected.add(aws(level + " of Grüße 😀", level));
        expected.add("bytes of " + level);
      }
      assertThat(function.log().lines().map(l -> l.startsWith("{") ? untimed(l) : l))
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void whatIsNullIsLeftOut() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      function.respond(InvocationRequest.of("\"nulls\"").requestId("r"));
      assertThat(function.log().lines().map(l -> l.startsWith("{") ? untimed(l) : l))
          .containsExactly(
              "{\"timestamp\":\"\",\"level\":\"UNDEFINED\",\"AWSRequestId\":\"r\"}",
              "null",
              "{\"timestamp\":\"\",\"level\":\"INFO\",\"AWSRequestId\":\"r\"}",
              "{\"timestamp\":\"\",\"message\":\"no level\",\"level\":\"UNDEFINED\","
                  + "\"AWSRequestId\":\"r\"}");
    }
  }

  /** AWS's client prints local time as if it were UTC. */
  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Asia/Kolkata", ":UTC"})
  void timeIsUtcWhateverTheZone(String zone) throws Exception {
    try (RuntimeProcess function = json("JSON").variable("TZ", zone).start()) {
      Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      function.respond(request("now"));
      String timestamp = records(function).getFirst().get("timestamp").asString();
      assertThat(timestamp).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
      assertThat(Instant.parse(timestamp)).isBetween(before, Instant.now());
    }
  }

  @Test
  void threadsOfTheFunctionWorkForItsInvocation() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      function.respond(request("worker"));
      assertThat(untimed(function.log())).isEqualTo(aws("from a thread", LogLevel.UNDEFINED));
    }
  }

  /** They meet before they log. */
  @Test
  void eachOfSeveralInvocationsAtATimeHasItsOwn() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(meeting("a"), meeting("b"), meeting("c"));
        RuntimeProcess function =
            RuntimeProcess.of(Crowd.class)
                .concurrency(3)
                .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
                .variable("AWS_LAMBDA_LOG_FORMAT", "JSON")
                .start()) {
      for (int i = 0; i < 6; i++) {
        assertThat(server.takeRequest()).containsAnyOf("/invocation/next", "/response");
      }
      assertThat(records(function))
          .map(
              record ->
                  record.get("message").asString()
                      + " is "
                      + record.get("AWSRequestId").asString()
                      + " "
                      + record.get("tenantId").asString())
          .containsExactlyInAnyOrder(
              "served a is a of a", "served b is b of b", "served c is c of c");
    }
  }

  private static ScriptedServer.Answer meeting(String id) {
    return ScriptedServer.answer(
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: "
            + id
            + "\r\nLambda-Runtime-Aws-Tenant-Id: of "
            + id
            + "\r\nContent-Length: 6\r\n\r\n\"meet\"");
  }

  /** Its headers could not be read, but its id is known. */
  @Test
  void invocationWithAMalformedHeader() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      function.invoke(
          InvocationRequest.of("\"x\"").requestId("request-1").clientContext("no JSON"));
      assertThat(records(function).getFirst().get("AWSRequestId").asString())
          .isEqualTo("request-1");
    }
  }

  @Test
  void failureOfAnInvocation() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      function.invoke(request("fail"));
      JsonNode record = records(function).getFirst();
      assertThat(record.propertyNames())
          .containsExactly(
              "timestamp",
              "message",
              "level",
              "AWSRequestId",
              "tenantId",
              "errorType",
              "errorMessage",
              "stackTrace");
      assertThat(record.get("message").asString())
          .startsWith(
              "Invocation request-1 failed\njava.lang.IllegalStateException: As asked\n\tat"
                  + " com.example.Logs.handle(Logs.java:")
          .contains("\nCaused by: java.lang.RuntimeException: The cause\n\tat com.example.Logs");
      assertThat(record.get("level").asString()).isEqualTo("ERROR");
      assertThat(record.get("AWSRequestId").asString()).isEqualTo("request-1");
      assertThat(record.get("errorType").asString()).isEqualTo("java.lang.IllegalStateException");
      assertThat(record.get("errorMessage").asString()).isEqualTo("As asked");
      assertThat(record.get("stackTrace").get(0).asString())
          .startsWith("com.example.Logs.handle(Logs.java:");
      assertThat(function.log().lines()).hasSize(1);
    }
  }

  /** As in what the caller gets. */
  @Test
  void failureWithoutMessage() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      String caller = function.fail("\"fail without a message\"").get("errorMessage").asString();
      assertThat(records(function).getFirst().get("errorMessage").asString()).isEqualTo(caller);
    }
  }

  @Test
  void failedInitIsARecordOfNoInvocation() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of("com.example.Nothing")
            .variable("AWS_LAMBDA_LOG_FORMAT", "JSON")
            .start()) {
      function.initError();
      assertThat(function.exitCode()).isEqualTo(1);
      JsonNode record = records(function).getFirst();
      assertThat(record.get("level").asString()).isEqualTo("ERROR");
      assertThat(record.get("message").asString())
          .startsWith("The init phase failed\ndev.thaw.runtime.HandlerException: The")
          .contains("com.example.Nothing");
      assertThat(record.has("AWSRequestId")).isFalse();
    }
  }

  @Test
  void warningOfTheRuntime() throws Exception {
    try (RuntimeProcess function = json("JSON").variable("AWS_LAMBDA_LOG_LEVEL", "loud").start()) {
      function.respond(request("done"));
      JsonNode record = records(function).getFirst();
      assertThat(record.get("level").asString()).isEqualTo("WARN");
      assertThat(record.get("message").asString()).startsWith("thaw: AWS_LAMBDA_LOG_LEVEL is");
    }
  }

  @Test
  void longRecord() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      function.respond(request("long"));
      assertThat(records(function).getFirst().get("message").asString())
          .isEqualTo("ü".repeat(3 * 1024 * 1024));
    }
  }

  /** UTF-8 has no half of a pair; the record remains JSON that every parser takes. */
  @Test
  void halfOfASurrogatePairIsReplaced() throws Exception {
    try (RuntimeProcess function = json("JSON").start()) {
      function.respond(InvocationRequest.of("\"a\\ud83d b\\ude00\""));
      assertThat(function.log()).contains("\"message\":\"a\ufffd b\ufffd\"");
    }
  }
}
