package dev.thaw.local;

import tools.jackson.databind.node.ObjectNode;

/**
 * The errors of the Invoke API, in the wire form of its service model
 * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
 */
final class AwsError {
  private AwsError() {}

  static HttpReply functionNotFound(String arn) {
    return reply(
        404,
        "ResourceNotFoundException",
        Json.object().put("Type", "User").put("Message", "Function not found: " + arn));
  }

  static HttpReply throttled() {
    return reply(
        429,
        "TooManyRequestsException",
        Json.object()
            .put("Reason", "ReservedFunctionConcurrentInvocationLimitExceeded")
            .put("Type", "User")
            .put("message", "Rate Exceeded."));
  }

  static HttpReply tooLarge(int limit) {
    return user(
        413,
        "RequestTooLargeException",
        "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
  }

  static HttpReply invalidContent(String message) {
    return user(400, "InvalidRequestContentException", message);
  }

  static HttpReply invalidParameter(String message) {
    return user(400, "InvalidParameterValueException", message);
  }

  static HttpReply validation(String message) {
    return reply(400, "ValidationException", Json.object().put("message", message));
  }

  static HttpReply unknownOperation() {
    return reply(404, "UnknownOperationException", Json.object());
  }

  private static HttpReply user(int status, String type, String message) {
    return reply(status, type, Json.object().put("Type", "User").put("message", message));
  }

  private static HttpReply reply(int status, String type, ObjectNode body) {
    return HttpReply.json(status, Json.bytes(body)).with(new Header("x-amzn-ErrorType", type));
  }
}
