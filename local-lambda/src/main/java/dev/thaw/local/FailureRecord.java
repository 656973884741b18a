package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Lambda tells an on-failure destination
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
final class FailureRecord {
  private FailureRecord() {}

  static byte[] of(
      FunctionConfiguration function,
      InvocationRequest request,
      InvocationOutcome outcome,
      int invocations) {
    ObjectNode json = Json.object().put("version", "1.0");
    json.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    json.putObject("requestContext")
        .put("requestId", request.requestId())
        .put("functionArn", function.arn(FunctionConfiguration.VERSION))
        .put("condition", "RetriesExhausted")
        .put("approximateInvokeCount", invocations);
    put(json, "requestPayload", request.payload());
    json.putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", FunctionConfiguration.VERSION)
        .put("functionError", "Unhandled");
    put(json, "responsePayload", outcome.payload());
    return Json.bytes(json);
  }

  private static void put(ObjectNode json, String name, byte[] payload) {
    JsonNode value = Json.parse(payload);
    if (value != null) {
      json.set(name, value);
    } else {
      json.put(name, new String(payload, StandardCharsets.UTF_8));
    }
  }
}
