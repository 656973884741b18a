package dev.thaw.local;

/** A call that the Runtime API refuses. */
final class RuntimeApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private RuntimeApiException(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static RuntimeApiException of(int status, String type, String message) {
    return new RuntimeApiException(status, type, message);
  }

  static RuntimeApiException tooManyPollers() {
    return new RuntimeApiException(
        500,
        "Runtime.TooManyIdleRuntimes",
        "More calls of /next than the environment's concurrency");
  }

  static RuntimeApiException invalidRequestId() {
    return new RuntimeApiException(400, "InvalidRequestID", "Invalid request ID");
  }

  static RuntimeApiException transition(RuntimeState from, RuntimeState to) {
    return new RuntimeApiException(
        403,
        "InvalidStateTransition",
        "Transition from "
            + from.label()
            + " to "
            + to.label()
            + " failed for runtime. Error: State transition is not allowed");
  }

  static RuntimeApiException late() {
    return new RuntimeApiException(410, "InvokeTimeout", "Invoke timeout");
  }

  static RuntimeApiException truncated() {
    return new RuntimeApiException(
        400, "TruncatedHTTPRequest", "HTTP request detected as truncated");
  }

  static RuntimeApiException invalidResponseMode() {
    return new RuntimeApiException(
        400, "InvalidFunctionResponseMode", "Invalid function response mode");
  }

  static RuntimeApiException tooLarge(long limit) {
    return new RuntimeApiException(
        413,
        "RequestEntityTooLarge",
        "Exceeded maximum allowed payload size (" + limit + " bytes).");
  }

  HttpReply reply() {
    String message = getMessage();
    return HttpReply.json(status, Json.error(message == null ? type : message, type));
  }
}
