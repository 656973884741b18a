package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

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
      {"id":"A-1029","total":4730,"items":3}""");

  private static final JsonMapper JSON = new JsonMapper();

  private final String functionClass;
  private final String answer;

  BenchEvent(String functionClass, String answer) {
    this.functionClass = functionClass;
    this.answer = answer;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The handler's name, {@code _HANDLER}. */
  String handler() {
    return "dev.thaw.benchmarks.functions." + functionClass;
  }

  /** The right answer, as the floor gives it. */
  String answer() {
    return answer;
  }

  byte[] json() {
    String file = "events/" + label() + ".json";
    try (InputStream in = BenchEvent.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws MeasurementException if the answer is not, as JSON, the right one
   */
  void check(byte[] given) throws MeasurementException {
    try {
      if (JSON.readTree(given).equals(JSON.readTree(answer))) {
        return;
      }
    } catch (JacksonException e) {
      throw new MeasurementException(label() + ": no JSON: " + new String(given, UTF_8), e);
    }
    throw new MeasurementException(
        label() + ": answered " + new String(given, UTF_8) + " instead of " + answer, null);
  }
}
