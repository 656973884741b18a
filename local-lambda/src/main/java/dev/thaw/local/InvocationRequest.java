package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one answer to {@code GET /runtime/invocation/next} carries: an event and its headers.
 *
 * <p>Immutable: every method that changes something returns a changed copy. Unless told otherwise
 * it has a random request id, a deadline in 15 minutes and a function ARN, and no other header.
 */
public final class InvocationRequest {
  private static final String REQUEST_ID = "Lambda-Runtime-Aws-Request-Id";
  private static final String DEADLINE = "Lambda-Runtime-Deadline-Ms";
  static final String INVOCATION_ID = "Lambda-Runtime-Invocation-Id";
  private static final int DEFAULT_DEADLINE_SECONDS = 900;

  private final String requestId;
  private final byte[] payload;
  private final List<Header> headers;
  private final @Nullable Duration timeout;

  private InvocationRequest(
      String requestId, byte[] payload, List<Header> headers, @Nullable Duration timeout) {
    this.requestId = requestId;
    this.payload = payload;
    this.headers = headers;
    this.timeout = timeout;
  }

  /** An invocation with that event. */
  public static InvocationRequest of(String payload) {
    return of(payload.getBytes(StandardCharsets.UTF_8));
  }

  /** An invocation with that event, whether it is JSON or not. */
  public static InvocationRequest of(byte[] payload) {
    return new InvocationRequest("", payload, List.of(), null)
        .requestId(UUID.randomUUID().toString())
        .deadline(Instant.now().plusSeconds(DEFAULT_DEADLINE_SECONDS))
        .functionArn("arn:aws:lambda:us-east-1:123456789012:function:function")
        .header("Content-Type", "application/json");
  }

  /** {@code Lambda-Runtime-Aws-Request-Id}, which is also the id in the paths of the answers. */
  public InvocationRequest requestId(String requestId) {
    return new InvocationRequest(requestId, payload, headers, timeout)
        .header(REQUEST_ID, requestId);
  }

  /** {@code Lambda-Runtime-Deadline-Ms}; null leaves it out. */
  public InvocationRequest deadline(@Nullable Instant deadline) {
    return header(DEADLINE, deadline == null ? null : Long.toString(deadline.toEpochMilli()));
  }

  /** A deadline that is set when the runtime gets the event: the init phase does not count. */
  InvocationRequest timeout(Duration timeout) {
    return new InvocationRequest(requestId, payload, headers, timeout);
  }

  /** {@code Lambda-Runtime-Invoked-Function-Arn}; null leaves it out. */
  public InvocationRequest functionArn(@Nullable String functionArn) {
    return header("Lambda-Runtime-Invoked-Function-Arn", functionArn);
  }

  /** {@code Lambda-Runtime-Trace-Id}; null leaves it out. */
  public InvocationRequest traceId(@Nullable String traceId) {
    return header("Lambda-Runtime-Trace-Id", traceId);
  }

  /** {@code Lambda-Runtime-Client-Context}, JSON; null leaves it out. */
  public InvocationRequest clientContext(@Nullable String clientContext) {
    return header("Lambda-Runtime-Client-Context", clientContext);
  }

  /** {@code Lambda-Runtime-Cognito-Identity}, JSON; null leaves it out. */
  public InvocationRequest cognitoIdentity(@Nullable String cognitoIdentity) {
    return header("Lambda-Runtime-Cognito-Identity", cognitoIdentity);
  }

  /** {@code Lambda-Runtime-Aws-Tenant-Id}; null leaves it out. */
  public InvocationRequest tenantId(@Nullable String tenantId) {
    return header("Lambda-Runtime-Aws-Tenant-Id", tenantId);
  }

  /**
   * {@code Lambda-Runtime-Invocation-Id}, which tells attempts with the same request id apart: an
   * answer that echoes another one is refused with 410. Null leaves it out.
   */
  public InvocationRequest invocationId(@Nullable String invocationId) {
    return header(INVOCATION_ID, invocationId);
  }

  /** Any header, well-formed for the API or not; null leaves it out. */
  public InvocationRequest header(String name, @Nullable String value) {
    List<Header> changed = new ArrayList<>(headers);
    changed.removeIf(header -> header.is(name));
    if (value != null) {
      changed.add(new Header(name, value));
    }
    return new InvocationRequest(requestId, payload, List.copyOf(changed), timeout);
  }

  /** The id in the paths of the answers. */
  public String requestId() {
    return requestId;
  }

  byte[] payload() {
    return payload;
  }

  @Nullable String invocationId() {
    return Header.first(headers, INVOCATION_ID);
  }

  /** A header as it is sent now; null if it is not. */
  @Nullable String sentHeader(String name) {
    return Header.first(sent(), name);
  }

  private List<Header> sent() {
    return timeout == null ? headers : deadline(Instant.now().plus(timeout)).headers;
  }

  HttpReply reply() {
    return new HttpReply(200, sent(), payload);
  }
}
