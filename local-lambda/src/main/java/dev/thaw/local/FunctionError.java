package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the errors that runtimes post, with RAPID's validation. */
final class FunctionError {
  private static final String WITH_CAUSE = "application/vnd.aws.lambda.error.cause+json";
  private static final Pattern TYPE = Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

  private FunctionError() {}

  static InvocationOutcome read(ReceivedRequest request) {
    return read(request.header("Lambda-Runtime-Function-Error-Type"), request);
  }

  static InvocationOutcome read(@Nullable String typeHeader, ReceivedRequest request) {
    String type = type(typeHeader);
    String contentType = request.header("Content-Type");
    if (WITH_CAUSE.equals(contentType)) {
      return InvocationOutcome.error(type, withoutCause(request.body()), "application/json");
    }
    return InvocationOutcome.error(type, request.body(), contentType);
  }

  /** What RAPID takes for the type: it searches for its pattern anywhere in the header. */
  static String type(@Nullable String header) {
    if (header != null && TYPE.matcher(header).find()) {
      return header;
    }
    return header != null && header.startsWith("Function.")
        ? "Function.Unknown"
        : "Runtime.Unknown";
  }

  /** The caller does not see {@code errorCause}, which is for X-Ray. */
  private static byte[] withoutCause(byte[] body) {
    JsonNode error = Json.parse(body);
    if (error == null || !error.isObject()) {
      return "\"Invalid error body\"".getBytes(StandardCharsets.UTF_8);
    }
    ObjectNode kept = Json.object();
    for (String name : new String[] {"errorMessage", "errorType", "stackTrace"}) {
      JsonNode value = error.get(name);
      if (value != null) {
        kept.set(name, value);
      }
    }
    return Json.bytes(kept);
  }
}
