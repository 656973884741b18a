package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Describe;
import com.example.Shapes;
import dev.thaw.local.InvocationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything that a function is told about an invocation, by Lambda's headers and variables. */
class InvocationContextTest {
  private static final String TRACE =
      "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";

  /** As the AWS mobile SDKs send it. */
  private static final String CLIENT =
      "{\"client\":{\"installation_id\":\"i1\",\"app_title\":\"Größe\",\"app_version_name\":\"v\","
          + "\"app_version_code\":\"12\",\"app_package_name\":\"com.example\",\"new\":{}},"
          + "\"custom\":{\"k\":\"v\"},\"env\":{\"locale\":\"de\"},\"services\":{\"x\":[1]}}";

  private static RuntimeProcess function;

  @BeforeAll
  static void start() throws Exception {
    function = RuntimeProcess.start(Describe.class);
  }

  @AfterAll
  static void stop() throws Exception {
    function.close();
  }

  private static JsonNode describe(InvocationRequest request) throws Exception {
    return RuntimeProcess.json(function.respond(request));
  }

  private static InvocationRequest event() {
    return InvocationRequest.of("\"event\"");
  }

  @Test
  void whatTheHeadersSay() throws Exception {
    Instant deadline = Instant.now().plusSeconds(100);
    JsonNode told =
        describe(
            event()
                .requestId("8476a536-e9f4-11e8-9739-2dfe598c3fcd")
                .functionArn("arn:aws:lambda:us-east-2:123456789012:function:orders:live")
                .deadline(deadline)
                .tenantId("tenant-ü")
                .cognitoIdentity(
                    "{\"cognitoIdentityId\":\"us:1\",\"cognitoIdentityPoolId\":\"us:2\"}"));
    assertThat(told.get("requestId").asString()).isEqualTo("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    assertThat(told.get("arn").asString())
        .isEqualTo("arn:aws:lambda:us-east-2:123456789012:function:orders:live");
    assertThat(told.get("qualifier").asString()).isEqualTo("live");
    assertThat(told.get("deadline").asString())
        .isEqualTo(Instant.ofEpochMilli(deadline.toEpochMilli()).toString());
    assertThat(told.get("remaining").asInt()).isBetween(60_000, 100_000);
    assertThat(told.get("tenant").asString()).isEqualTo("tenant-ü");
    assertThat(told.get("identity").asString()).isEqualTo("us:1");
    assertThat(told.get("pool").asString()).isEqualTo("us:2");
  }

  @Test
  void whatTheVariablesSay() throws Exception {
    JsonNode told = describe(event());
    assertThat(told.get("name").asString()).isEqualTo("orders");
    assertThat(told.get("version").asString()).isEqualTo("7");
    assertThat(told.get("memory").asInt()).isEqualTo(1769);
    assertThat(told.get("logGroup").asString()).isEqualTo("/aws/lambda/orders");
    assertThat(told.get("logStream").asString()).isEqualTo("2026/11/24/[7]abc");
  }

  @Test
  void whatIsNotSentIsNull() throws Exception {
    JsonNode told = describe(event().deadline(null).functionArn(null));
    for (String name : new String[] {"qualifier", "tenant", "trace", "xray", "property"}) {
      assertThat(told.path(name).isNull() || told.path(name).isMissingNode()).as(name).isTrue();
    }
    assertThat(told.has("identity")).isFalse();
    assertThat(told.has("custom")).isFalse();
    assertThat(told.get("arn").asString()).isEmpty();
    assertThat(told.get("deadline").asString()).isEqualTo(Instant.MAX.toString());
    assertThat(told.get("remaining").asInt()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void whatIsSentEmptyIsNullToo() throws Exception {
    JsonNode told =
        describe(
            event()
                .header("Lambda-Runtime-Deadline-Ms", "")
                .tenantId("")
                .traceId("")
                .clientContext("")
                .cognitoIdentity(""));
    assertThat(told.get("deadline").asString()).isEqualTo(Instant.MAX.toString());
    assertThat(told.path("tenant").asString("none")).isEqualTo("none");
    assertThat(told.path("property").asString("none")).isEqualTo("none");
    assertThat(told.has("custom") || told.has("identity")).isFalse();
  }

  /** JSON that says there is nothing, as AWS's client reads it. */
  @Test
  void whatIsSentAsNullIsNullToo() throws Exception {
    JsonNode told = describe(event().clientContext("null").cognitoIdentity("null"));
    assertThat(told.has("custom") || told.has("identity")).isFalse();
  }

  @Test
  void theClientContextAsJsonAndInBase64() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.UTF_8));
    for (String header : new String[] {CLIENT, base64}) {
      JsonNode told = describe(event().clientContext(header));
      assertThat(told.get("custom")).isEqualTo(RuntimeProcess.json("{\"k\":\"v\"}"));
      assertThat(told.get("env")).isEqualTo(RuntimeProcess.json("{\"locale\":\"de\"}"));
      assertThat(told.get("installation").asString()).isEqualTo("i1");
      assertThat(told.get("title").asString()).isEqualTo("Größe");
      assertThat(told.get("versionName").asString()).isEqualTo("v");
      assertThat(told.get("versionCode").asString()).isEqualTo("12");
      assertThat(told.get("package").asString()).isEqualTo("com.example");
    }
  }

  @Test
  void theTraceIsASystemPropertyForItsInvocationOnly() throws Exception {
    JsonNode traced = describe(event().traceId(TRACE));
    assertThat(traced.get("trace").asString()).isEqualTo(TRACE);
    assertThat(traced.get("xray").asString()).isEqualTo(TRACE);
    assertThat(traced.get("property").asString()).isEqualTo(TRACE);
    assertThat(describe(event()).path("property").asString("none")).isEqualTo("none");
  }

  @Test
  void aDeadlineThatHasPassedLeavesNothing() throws Exception {
    assertThat(describe(event().deadline(Instant.EPOCH)).get("remaining").asInt()).isZero();
  }

  @Test
  void aMalformedHeaderFailsItsInvocationOnly() throws Exception {
    InvocationRequest[] malformed = {
      event().header("Lambda-Runtime-Deadline-Ms", "soon"),
      event().clientContext("{\"custom\":"),
      event().clientContext("%%%"),
      event().cognitoIdentity("[]")
    };
    String[] names = {
      "Lambda-Runtime-Deadline-Ms",
      "Lambda-Runtime-Client-Context",
      "Lambda-Runtime-Client-Context",
      "Lambda-Runtime-Cognito-Identity"
    };
    for (int i = 0; i < names.length; i++) {
      var outcome = function.invoke(malformed[i]);
      assertThat(outcome.succeeded()).as(names[i]).isFalse();
      assertThat(RuntimeProcess.json(outcome).get("errorMessage").asString()).contains(names[i]);
      assertThat(describe(event()).get("name").asString()).isEqualTo("orders");
    }
  }

  @Test
  void onlyTheFirstInvocationIsACold() throws Exception {
    try (RuntimeProcess fresh = RuntimeProcess.start(Describe.class)) {
      assertThat(fresh.respond("\"\"")).contains("\"coldStart\":true");
      assertThat(fresh.respond("\"\"")).contains("\"coldStart\":false");
      assertThat(fresh.respond("\"\"")).contains("\"coldStart\":false");
    }
  }

  @Test
  void theInvocationIdIsEchoedOnlyIfItWasGiven() throws Exception {
    try (RuntimeProcess fresh = RuntimeProcess.start(Shapes.Length.class)) {
      fresh.respond(event().invocationId("nonce-1"));
      assertThat(fresh.invoke(InvocationRequest.of("{").invocationId("nonce-2")).succeeded())
          .isFalse();
      fresh.respond(event());
      fresh.respond(event().invocationId(""));
      assertThat(
              fresh.requests().stream()
                  .filter(request -> request.method().equals("POST"))
                  .map(request -> String.valueOf(request.header("Lambda-Runtime-Invocation-Id"))))
          .containsExactly("nonce-1", "nonce-2", "null", "null");
    }
  }
}
