package dev.thaw.handler;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@link InvocationBuilder} builds. */
final class BuiltInvocation implements Invocation {
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  private final String awsRequestId;
  private final String functionName;
  private final String functionVersion;
  private final String invokedFunctionArn;
  private final String logGroupName;
  private final String logStreamName;
  private final int memoryLimitInMb;
  private final Instant deadline;
  private final boolean coldStart;
  private final @Nullable String traceHeader;
  private final @Nullable String tenantId;
  private final @Nullable ClientContext clientContext;
  private final @Nullable CognitoIdentity identity;
  private final LambdaLogger logger;

  BuiltInvocation(InvocationBuilder builder) {
    awsRequestId = builder.awsRequestId;
    functionName = builder.functionName;
    functionVersion = builder.functionVersion;
    invokedFunctionArn = builder.invokedFunctionArn;
    logGroupName = builder.logGroupName;
    logStreamName = builder.logStreamName;
    memoryLimitInMb = builder.memoryLimitInMb;
    deadline = builder.deadline;
    coldStart = builder.coldStart;
    traceHeader = builder.traceHeader;
    tenantId = builder.tenantId;
    clientContext = builder.clientContext;
    identity = builder.identity;
    logger = builder.logger;
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public int getRemainingTimeInMillis() {
    if (deadline.equals(Instant.MAX)) {
      return Integer.MAX_VALUE;
    }
    Duration left = Duration.between(Instant.now(), deadline);
    if (left.isNegative()) {
      return 0;
    }
    return (int) (left.compareTo(LONGEST) > 0 ? LONGEST : left).toMillis();
  }

  @Override
  public boolean coldStart() {
    return coldStart;
  }

  @Override
  public @Nullable String traceHeader() {
    return traceHeader;
  }

  @Override
  public @Nullable String getXrayTraceId() {
    return traceHeader;
  }

  @Override
  public @Nullable String getTenantId() {
    return tenantId;
  }

  @Override
  public String getAwsRequestId() {
    return awsRequestId;
  }

  @Override
  public String getLogGroupName() {
    return logGroupName;
  }

  @Override
  public String getLogStreamName() {
    return logStreamName;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }

  @Override
  public String getFunctionVersion() {
    return functionVersion;
  }

  @Override
  public String getInvokedFunctionArn() {
    return invokedFunctionArn;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return identity;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return clientContext;
  }

  @Override
  public int getMemoryLimitInMB() {
    return memoryLimitInMb;
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }
}
