package dev.thaw.handler;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Invocation} for a unit test. */
public final class InvocationBuilder {
  String awsRequestId = UUID.randomUUID().toString();
  String functionName = "function";
  String functionVersion = "$LATEST";
  String invokedFunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:function";
  String logGroupName = "/aws/lambda/function";
  String logStreamName = "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef";
  int memoryLimitInMb = 512;
  Instant deadline = Instant.now().plus(Duration.ofMinutes(15));
  boolean coldStart;
  @Nullable String traceHeader;
  @Nullable String tenantId;
  @Nullable ClientContext clientContext;
  @Nullable CognitoIdentity identity;
  LambdaLogger logger = new StandardOutputLogger();

  InvocationBuilder() {}

  /** See {@link Invocation#getAwsRequestId}; a random UUID by default. */
  public InvocationBuilder awsRequestId(String awsRequestId) {
    this.awsRequestId = awsRequestId;
    return this;
  }

  /** See {@link Invocation#getFunctionName}. */
  public InvocationBuilder functionName(String functionName) {
    this.functionName = functionName;
    return this;
  }

  /** See {@link Invocation#getFunctionVersion}; {@code $LATEST} by default. */
  public InvocationBuilder functionVersion(String functionVersion) {
    this.functionVersion = functionVersion;
    return this;
  }

  /** See {@link Invocation#getInvokedFunctionArn}; an eighth part becomes the qualifier. */
  public InvocationBuilder invokedFunctionArn(String invokedFunctionArn) {
    this.invokedFunctionArn = invokedFunctionArn;
    return this;
  }

  /** See {@link Invocation#getLogGroupName}. */
  public InvocationBuilder logGroupName(String logGroupName) {
    this.logGroupName = logGroupName;
    return this;
  }

  /** See {@link Invocation#getLogStreamName}. */
  public InvocationBuilder logStreamName(String logStreamName) {
    this.logStreamName = logStreamName;
    return this;
  }

  /** See {@link Invocation#getMemoryLimitInMB}; 512 by default. */
  public InvocationBuilder memoryLimitInMb(int memoryLimitInMb) {
    this.memoryLimitInMb = memoryLimitInMb;
    return this;
  }

  /** See {@link Invocation#deadline}; in 15 minutes by default. */
  public InvocationBuilder deadline(Instant deadline) {
    this.deadline = deadline;
    return this;
  }

  /** Sets the {@link Invocation#deadline} to so much from now. */
  public InvocationBuilder remainingTime(Duration remainingTime) {
    return deadline(Instant.now().plus(remainingTime));
  }

  /** See {@link Invocation#coldStart}; false by default. */
  public InvocationBuilder coldStart(boolean coldStart) {
    this.coldStart = coldStart;
    return this;
  }

  /** See {@link Invocation#traceHeader}; none by default. */
  public InvocationBuilder traceHeader(@Nullable String traceHeader) {
    this.traceHeader = traceHeader;
    return this;
  }

  /** See {@link Invocation#getTenantId}; none by default. */
  public InvocationBuilder tenantId(@Nullable String tenantId) {
    this.tenantId = tenantId;
    return this;
  }

  /** See {@link Invocation#getClientContext}; none by default. */
  public InvocationBuilder clientContext(@Nullable ClientContext clientContext) {
    this.clientContext = clientContext;
    return this;
  }

  /** See {@link Invocation#getIdentity}; none by default. */
  public InvocationBuilder identity(@Nullable CognitoIdentity identity) {
    this.identity = identity;
    return this;
  }

  /** See {@link Invocation#getLogger}; prints to standard output by default. */
  public InvocationBuilder logger(LambdaLogger logger) {
    this.logger = logger;
    return this;
  }

  /** The invocation; later changes of the builder do not reach it. */
  public Invocation build() {
    return new BuiltInvocation(this);
  }
}
