package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an invocation, or an init phase, ended. */
public final class InvocationOutcome {
  private final @Nullable String errorType;
  private final byte[] payload;
  private final @Nullable String contentType;
  private final List<Header> trailers;
  private final long nanoTime;

  private InvocationOutcome(
      @Nullable String errorType,
      byte[] payload,
      @Nullable String contentType,
      List<Header> trailers,
      long nanoTime) {
    this.errorType = errorType;
    this.payload = payload;
    this.contentType = contentType;
    this.trailers = trailers;
    this.nanoTime = nanoTime;
  }

  static InvocationOutcome response(ReceivedRequest request, long nanoTime) {
    return new InvocationOutcome(
        null, request.body(), request.header("Content-Type"), request.trailers(), nanoTime);
  }

  /** A response whose body somebody else has read. */
  static InvocationOutcome streamed(ReceivedRequest request) {
    return new InvocationOutcome(
        null, new byte[0], request.header("Content-Type"), request.trailers(), System.nanoTime());
  }

  /** An error that the function or its runtime reported. */
  static InvocationOutcome error(String type, byte[] payload, @Nullable String contentType) {
    return new InvocationOutcome(type, payload, contentType, List.of(), System.nanoTime());
  }

  /** An error that Lambda itself found. */
  static InvocationOutcome platformError(String type, String message) {
    return error(type, Json.error(message, type), "application/json");
  }

  /** Whether the function answered, rather than failed. */
  public boolean succeeded() {
    return errorType == null;
  }

  /**
   * Lambda's word for what went wrong, such as {@code Runtime.ExitError}; null if nothing did.
   * RAPID's validation has been applied: a type that is not {@code Runtime.Xxx} or {@code
   * Function.Xxx} has become {@code Runtime.Unknown} or {@code Function.Unknown}.
   */
  public @Nullable String errorType() {
    return errorType;
  }

  /** What the caller gets: the function's response, or error JSON. */
  public byte[] payload() {
    return payload;
  }

  /** {@link #payload} as UTF-8. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The content type that came with it; null if none did. */
  public @Nullable String contentType() {
    return contentType;
  }

  /** The trailers of a streamed response, which tell of an error midway. */
  public List<Header> trailers() {
    return trailers;
  }

  /** {@code Lambda-Runtime-Function-Error-Type} of the trailers; null without an error midway. */
  public @Nullable String trailerErrorType() {
    return Header.first(trailers, "Lambda-Runtime-Function-Error-Type");
  }

  /**
   * {@code Lambda-Runtime-Function-Error-Body} of the trailers, decoded: error JSON; null without.
   *
   * @throws IllegalArgumentException if it is not base64
   */
  public @Nullable String trailerError() {
    String encoded = Header.first(trailers, "Lambda-Runtime-Function-Error-Body");
    return encoded == null
        ? null
        : new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  /** When it was known, as {@link System#nanoTime}. */
  public long nanoTime() {
    return nanoTime;
  }

  /** Success or the type of the error, and the size: nothing that a log should not hold. */
  @Override
  public String toString() {
    return (errorType == null ? "success" : errorType) + " (" + payload.length + " bytes)";
  }
}
