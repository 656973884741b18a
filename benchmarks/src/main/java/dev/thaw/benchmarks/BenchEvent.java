package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.benchmarks.functions.TimedQueue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * An event, the function that takes it and the one right answer. The answers follow from the
 * event's JSON and the function's source; both runtimes are held to them.
 */
enum BenchEvent {
  ALB(
      "LoadBalancer",
      """
      {"statusCode":200,"headers":{"Content-Type":"application/json"},\
      "body":"{\\"path\\":\\"/lambda\\",\\"query\\":\\"1234ABCD\\"}","isBase64Encoded":false}"""),
  SQS(
      "Queue",
      """
      {"batchItemFailures":[{"itemIdentifier":"2e1424d4-f796-459a-8184-9c92662be6da"}]}"""),
  S3("Bucket", "\"ObjectCreated:Put example-bucket/test/key 1024\""),
  KINESIS("Stream", "{\"batchItemFailures\":[]}"),
  DYNAMODB(
      "Table",
      """
      {"batchItemFailures":[{"itemIdentifier":"4421584500000000017450439093"}]}"""),
  POJO(
      "Till",
      """
      {"id":"A-1029","total":4730,"items":3}"""),
  /**
   * The load balancer's event through a framework's own HTTP layer. AWS's client has none: there it
   * is the same as {@link #ALB}.
   */
  HTTP("LoadBalancer", ALB.answer),
  /**
   * The order, by a function that makes a client of the AWS SDK before its first event, and calls
   * nothing with it.
   */
  CLIENT("Ledger", POJO.answer),
  /** SQS's event to a function that adds when it ran: for the timeline alone. */
  TIMED("TimedQueue", SQS.answer);

  private static final String PACKAGE = "dev.thaw.benchmarks.functions.";
  private static final JsonMapper JSON = new JsonMapper();

  private final String functionClass;
  private final String answer;

  BenchEvent(String functionClass, String answer) {
    this.functionClass = functionClass;
    this.answer = answer;
  }

  /** All whose figures are set side by side. */
  static List<BenchEvent> compared() {
    return Arrays.stream(values()).filter(event -> event != TIMED).toList();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The handler's name, {@code _HANDLER}. */
  String handler() {
    return PACKAGE + functionClass;
  }

  /** The handler's name where Thaw runs it. */
  String thawHandler() {
    return this == HTTP ? PACKAGE + "FrontDoor" : handler();
  }

  /** Whether the function is deployed with the AWS SDK. */
  boolean needsSdk() {
    return this == CLIENT;
  }

  /** The right answer, as the floor gives it. */
  String answer() {
    return answer;
  }

  byte[] json() {
    String file = "events/" + file() + ".json";
    try (InputStream in = BenchEvent.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String file() {
    return switch (this) {
      case HTTP -> ALB.label();
      case CLIENT -> POJO.label();
      case TIMED -> SQS.label();
      default -> label();
    };
  }

  /**
   * @throws MeasurementException if the answer is not, as JSON, the right one; as an HTTP response
   *     where it is one
   */
  void check(byte[] given) throws MeasurementException {
    try {
      JsonNode tree = JSON.readTree(given);
      if (same(tree, JSON.readTree(answer))) {
        return;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MeasurementException(
          label() + ": no JSON or Base64: " + new String(given, UTF_8), e);
    }
    throw new MeasurementException(
        label() + ": answered " + new String(given, UTF_8) + " instead of " + answer, null);
  }

  private boolean same(JsonNode given, JsonNode right) {
    if (this == HTTP) {
      return HttpAnswer.of(given).equals(HttpAnswer.of(right));
    }
    if (this == TIMED && given.path("batchItemFailures") instanceof ArrayNode items) {
      items.removeIf(item -> item.path("itemIdentifier").asString().startsWith(TimedQueue.TIMES));
    }
    return given.equals(right);
  }
}
