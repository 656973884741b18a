package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.thaw.handler.Invocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One invocation: its headers, and what the environment variables say about the function. */
final class InvocationContext implements Invocation {
  private final NextInvocation next;
  private final FunctionLog log;
  private final InvocationScope scope;
  private final boolean coldStart;

  /** Milliseconds since 1970; {@link Long#MAX_VALUE} if Lambda gave none. */
  private final long deadline;

  private final @Nullable ClientContext clientContext;
  private final @Nullable CognitoIdentity identity;

  /**
   * Reads the headers.
   *
   * @throws IllegalArgumentException naming the header that is malformed
   */
  InvocationContext(
      NextInvocation next, FunctionLog log, InvocationScope scope, boolean coldStart) {
    this.next = next;
    this.log = log;
    this.scope = scope;
    this.coldStart = coldStart;
    String id = next.id();
    if (id != null && !RequestHeads.isHeaderValue(id)) {
      throw new IllegalArgumentException("Lambda-Runtime-Invocation-Id is not plain ASCII");
    }
    check("Lambda-Runtime-Invoked-Function-Arn", next.functionArn());
    check("Lambda-Runtime-Trace-Id", next.traceHeader());
    check("Lambda-Runtime-Aws-Tenant-Id", next.tenantId());
    deadline = deadline(next.deadline());
    String client = next.clientContext();
    clientContext = client == null ? null : MobileClient.parse(client);
    String cognito = next.cognitoIdentity();
    identity = cognito == null ? null : MobileIdentity.parse(cognito);
  }

  /** The function may pass these on in requests of its own, where a line must not end in them. */
  private static void check(String header, @Nullable String value) {
    for (int i = 0; value != null && i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IllegalArgumentException(header + " has a control character");
      }
    }
  }

  private static long deadline(@Nullable String header) {
    if (header == null) {
      return Long.MAX_VALUE;
    }
    try {
      long deadline = Long.parseLong(header);
      if (deadline >= 0) {
        return deadline;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "Lambda-Runtime-Deadline-Ms is no number of milliseconds since 1970");
  }

  @Override
  public Instant deadline() {
    return deadline == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(deadline);
  }

  @Override
  public int getRemainingTimeInMillis() {
    long left = deadline == Long.MAX_VALUE ? deadline : deadline - System.currentTimeMillis();
    return (int) Math.max(0, Math.min(left, Integer.MAX_VALUE));
  }

  @Override
  public boolean coldStart() {
    return coldStart;
  }

  @Override
  public @Nullable String traceHeader() {
    return next.traceHeader();
  }

  @Override
  public @Nullable String getXrayTraceId() {
    return next.traceHeader();
  }

  @Override
  public @Nullable String getTenantId() {
    return next.tenantId();
  }

  @Override
  public String getAwsRequestId() {
    return next.requestId();
  }

  @Override
  public String getInvokedFunctionArn() {
    String arn = next.functionArn();
    return arn == null ? "" : arn;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return clientContext;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return identity;
  }

  @Override
  public String getFunctionName() {
    return variable("AWS_LAMBDA_FUNCTION_NAME");
  }

  @Override
  public String getFunctionVersion() {
    return variable("AWS_LAMBDA_FUNCTION_VERSION");
  }

  /** Not set under SnapStart. */
  @Override
  public @Nullable String getLogGroupName() {
    return System.getenv("AWS_LAMBDA_LOG_GROUP_NAME");
  }

  /** Not set under SnapStart. */
  @Override
  public @Nullable String getLogStreamName() {
    return System.getenv("AWS_LAMBDA_LOG_STREAM_NAME");
  }

  @Override
  public int getMemoryLimitInMB() {
    try {
      return Integer.parseInt(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    } catch (NumberFormatException e) {
      return 128; // the least that Lambda gives, and AWS's own default
    }
  }

  @Override
  public Runnable scoped(Runnable work) {
    return scope.scoped(next, log, work);
  }

  @Override
  public LambdaLogger getLogger() {
    return log;
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }
}
