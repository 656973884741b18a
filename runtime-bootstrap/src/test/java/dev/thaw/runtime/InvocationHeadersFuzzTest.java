package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrary header values: an invocation, or an {@link IllegalArgumentException} that names a
 * header; and nothing that could break out of a line of another request.
 *
 * <p>Every build searches for a few seconds; for ten minutes with {@code -Dfuzz.time=10m}.
 */
class InvocationHeadersFuzzTest {
  private static final String[] NAMES = {
    "Lambda-Runtime-Deadline-Ms",
    "Lambda-Runtime-Client-Context",
    "Lambda-Runtime-Cognito-Identity",
    "Lambda-Runtime-Trace-Id",
    "Lambda-Runtime-Invoked-Function-Arn",
    "Lambda-Runtime-Aws-Tenant-Id",
    "Lambda-Runtime-Invocation-Id"
  };

  @DictionaryEntries({
    "{\"custom\":{\"k\":\"v\"},\"env\":{\"a\":\"b\"},\"client\":{\"app_title\":\"t\"}}",
    "eyJjdXN0b20iOnt9fQ==",
    "{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}",
    "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
    "arn:aws:lambda:us-east-1:123456789012:function:orders:live",
    "1753264800000",
    "9223372036854775807",
    "null"
  })
  @FuzzTest(maxDuration = "10m")
  void headers(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] answer = answer(input[0], input);
    HttpAnswer read = new HttpAnswer(new Pieces(answer, 0), new byte[1024]);
    try {
      read.read();
    } catch (IOException e) {
      return; // the value broke the head
    }
    NextInvocation next = new NextInvocation("id", read);
    try {
      InvocationContext context =
          new InvocationContext(
              next, new FunctionLog(new ByteArrayOutputStream()), new OneInvocation(), false);
      assertThat(context.getRemainingTimeInMillis()).isNotNegative();
      assertThat(context.remainingTime()).isGreaterThanOrEqualTo(Duration.ZERO);
      assertThat(context.deadline()).isNotNull();
      assertThat(context.getInvokedFunctionArn()).isNotNull();
      String qualifier = context.qualifier();
      assertThat(qualifier == null || context.getInvokedFunctionArn().endsWith(qualifier)).isTrue();
      oneLine(context.getXrayTraceId());
      oneLine(context.getTenantId());
      oneLine(next.id());
      touch(context.getClientContext(), context.getIdentity());
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("Lambda-Runtime-");
    }
  }

  private static void touch(@Nullable ClientContext client, @Nullable CognitoIdentity identity) {
    if (client != null) {
      assertThat(String.valueOf(client.getCustom()) + client.getEnvironment()).isNotNull();
      if (client.getClient() != null) {
        assertThat(String.valueOf(client.getClient().getAppTitle())).isNotNull();
      }
    }
    if (identity != null) {
      assertThat(identity.getIdentityId() + identity.getIdentityPoolId()).isNotNull();
    }
  }

  private static void oneLine(@Nullable String value) {
    if (value != null) {
      assertThat(value).doesNotContain("\r", "\n", "\0");
    }
  }

  /** One header with the input as its value, behind its first byte, which chooses the name. */
  private static byte[] answer(int choice, byte[] input) throws IOException {
    String name = NAMES[Math.floorMod(choice, NAMES.length)];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n".getBytes(StandardCharsets.US_ASCII));
    out.write((name + ": ").getBytes(StandardCharsets.US_ASCII));
    out.write(input, 1, input.length - 1);
    out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
