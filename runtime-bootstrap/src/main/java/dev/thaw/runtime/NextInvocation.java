package dev.thaw.runtime;

import org.jspecify.annotations.Nullable;

/** What {@code /next} answered: an event and its headers. What Lambda left out or empty is null. */
final class NextInvocation {
  private static final byte[] DEADLINE = HttpHeaders.lowerCase("lambda-runtime-deadline-ms");
  private static final byte[] ARN = HttpHeaders.lowerCase("lambda-runtime-invoked-function-arn");
  private static final byte[] TRACE = HttpHeaders.lowerCase("lambda-runtime-trace-id");
  private static final byte[] CLIENT = HttpHeaders.lowerCase("lambda-runtime-client-context");
  private static final byte[] COGNITO = HttpHeaders.lowerCase("lambda-runtime-cognito-identity");
  private static final byte[] TENANT = HttpHeaders.lowerCase("lambda-runtime-aws-tenant-id");
  private static final byte[] ID = HttpHeaders.lowerCase("lambda-runtime-invocation-id");

  private final String requestId;
  private final @Nullable String id;
  private final @Nullable String deadline;
  private final @Nullable String functionArn;
  private final @Nullable String traceHeader;
  private final @Nullable String clientContext;
  private final @Nullable String cognitoIdentity;
  private final @Nullable String tenantId;
  private final Payload event;

  NextInvocation(String requestId, HttpAnswer answer) {
    this.requestId = requestId;
    id = answer.header(ID);
    deadline = answer.header(DEADLINE);
    functionArn = answer.header(ARN);
    traceHeader = answer.header(TRACE);
    clientContext = answer.header(CLIENT);
    cognitoIdentity = answer.header(COGNITO);
    tenantId = answer.header(TENANT);
    event = new Payload(answer.buffer(), answer.bodyStart(), answer.bodyLength());
  }

  /** Not unique: the caller may choose it, and Lambda repeats it when it retries. */
  String requestId() {
    return requestId;
  }

  /** Unique for each attempt, and echoed so that a late response cannot meet another's request. */
  @Nullable String id() {
    return id;
  }

  @Nullable String deadline() {
    return deadline;
  }

  @Nullable String functionArn() {
    return functionArn;
  }

  @Nullable String traceHeader() {
    return traceHeader;
  }

  @Nullable String clientContext() {
    return clientContext;
  }

  @Nullable String cognitoIdentity() {
    return cognitoIdentity;
  }

  @Nullable String tenantId() {
    return tenantId;
  }

  Payload event() {
    return event;
  }
}
