package dev.thaw.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvocationBuilderTest {

  @Test
  void everyValueHasAPlausibleDefault() {
    Instant before = Instant.now();
    Invocation invocation = Invocation.builder().build();
    assertThat(UUID.fromString(invocation.getAwsRequestId())).isNotNull();
    assertThat(Invocation.builder().build().getAwsRequestId())
        .isNotEqualTo(invocation.getAwsRequestId());
    assertThat(invocation.getFunctionName()).isEqualTo("function");
    assertThat(invocation.getFunctionVersion()).isEqualTo("$LATEST");
    assertThat(invocation.getInvokedFunctionArn())
        .matches("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:function");
    assertThat(invocation.qualifier()).isNull();
    assertThat(invocation.getLogGroupName()).isEqualTo("/aws/lambda/function");
    assertThat(invocation.getLogStreamName()).matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST].{32}");
    assertThat(invocation.getMemoryLimitInMB()).isEqualTo(512);
    assertThat(invocation.deadline())
        .isBetween(before.plus(Duration.ofMinutes(15)), Instant.now().plus(Duration.ofMinutes(15)));
    assertThat(invocation.coldStart()).isFalse();
    assertThat(invocation.traceHeader()).isNull();
    assertThat(invocation.getXrayTraceId()).isNull();
    assertThat(invocation.getTenantId()).isNull();
    assertThat(invocation.getClientContext()).isNull();
    assertThat(invocation.getIdentity()).isNull();
    invocation.getLogger().log("a line of a unit test");
  }

  @Test
  void everyValueCanBeSet() {
    Instant deadline = Instant.parse("2026-11-24T10:00:00Z");
    Invocation invocation =
        Invocation.builder()
            .awsRequestId("id")
            .functionName("orders")
            .functionVersion("7")
            .invokedFunctionArn("arn:aws:lambda:eu-west-1:123456789012:function:orders:live")
            .logGroupName("group")
            .logStreamName("stream")
            .memoryLimitInMb(1769)
            .deadline(deadline)
            .coldStart(true)
            .traceHeader("Root=1")
            .tenantId("blue")
            .clientContext(Caller.ONE)
            .identity(Caller.ONE)
            .logger(Caller.ONE)
            .build();
    assertThat(invocation.getAwsRequestId()).isEqualTo("id");
    assertThat(invocation.getFunctionName()).isEqualTo("orders");
    assertThat(invocation.getFunctionVersion()).isEqualTo("7");
    assertThat(invocation.qualifier()).isEqualTo("live");
    assertThat(invocation.getLogGroupName()).isEqualTo("group");
    assertThat(invocation.getLogStreamName()).isEqualTo("stream");
    assertThat(invocation.getMemoryLimitInMB()).isEqualTo(1769);
    assertThat(invocation.deadline()).isEqualTo(deadline);
    assertThat(invocation.coldStart()).isTrue();
    assertThat(invocation.traceHeader()).isEqualTo("Root=1");
    assertThat(invocation.getXrayTraceId()).isEqualTo("Root=1");
    assertThat(invocation.getTenantId()).isEqualTo("blue");
    assertThat(invocation.getClientContext()).isSameAs(Caller.ONE);
    assertThat(invocation.getIdentity()).isSameAs(Caller.ONE);
    assertThat(invocation.getLogger()).isSameAs(Caller.ONE);
  }

  @Test
  void theQualifierIsTheEighthPartOfTheArn() {
    assertThat(qualifier("arn:aws:lambda:us-east-1:123456789012:function:orders")).isNull();
    assertThat(qualifier("arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST"))
        .isEqualTo("$LATEST");
    assertThat(qualifier("arn:aws-cn:lambda:cn-north-1:123456789012:function:orders:42"))
        .isEqualTo("42");
    assertThat(qualifier("")).isNull();
  }

  private static @Nullable String qualifier(String arn) {
    return Invocation.builder().invokedFunctionArn(arn).build().qualifier();
  }

  @Test
  void theRemainingTimeRunsDownAndEndsAtZero() {
    Invocation invocation = Invocation.builder().remainingTime(Duration.ofSeconds(10)).build();
    assertThat(invocation.getRemainingTimeInMillis()).isBetween(1, 10_000);
    assertThat(invocation.remainingTime())
        .isBetween(Duration.ofMillis(1), Duration.ofMillis(10_000));

    Invocation late = Invocation.builder().remainingTime(Duration.ofSeconds(-10)).build();
    assertThat(late.getRemainingTimeInMillis()).isZero();
    assertThat(late.remainingTime()).isZero();
    assertThat(Invocation.builder().deadline(Instant.MIN).build().getRemainingTimeInMillis())
        .isZero();
  }

  @Test
  void theRemainingTimeIsCapped() {
    for (Instant deadline :
        new Instant[] {
          Instant.MAX, Instant.MAX.minusNanos(1), Instant.now().plusSeconds(1L << 32)
        }) {
      Invocation invocation = Invocation.builder().deadline(deadline).build();
      assertThat(invocation.getRemainingTimeInMillis()).isEqualTo(Integer.MAX_VALUE);
      assertThat(invocation.remainingTime()).isEqualTo(Duration.ofMillis(Integer.MAX_VALUE));
    }
  }

  @Test
  void laterChangesOfTheBuilderDoNotReachTheInvocation() {
    InvocationBuilder builder = Invocation.builder().awsRequestId("first");
    Invocation invocation = builder.build();
    builder.awsRequestId("second");
    assertThat(invocation.getAwsRequestId()).isEqualTo("first");
  }

  private enum Caller implements ClientContext, CognitoIdentity, LambdaLogger {
    ONE;

    @Override
    public Client getClient() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> getCustom() {
      return Map.of();
    }

    @Override
    public Map<String, String> getEnvironment() {
      return Map.of();
    }

    @Override
    public String getIdentityId() {
      return "id";
    }

    @Override
    public String getIdentityPoolId() {
      return "pool";
    }

    @Override
    public void log(String message) {}

    @Override
    public void log(byte[] message) {}
  }
}
