package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Json;
import dev.thaw.events.IotAuthorizerResponse.PolicyDocument;
import dev.thaw.events.IotAuthorizerResponse.Statement;
import dev.thaw.events.KafkaBatchResponse.BatchItemFailure;
import dev.thaw.events.SesEventResponse.Disposition;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a function sees in our records of what AWS documents, and what it sends back. */
class OwnEventValuesTest {
  private static final JsonMapper JACKSON = new JsonMapper();

  @Test
  void eventBridge() throws IOException {
    EventBridgeEvent<?> event = sample(EventBridgeEvent.class);
    assertThat(event.version()).isEqualTo("0");
    assertThat(event.id()).isEqualTo("7f9b2c1e-4a53-4d0b-9d6e-2b1f0f6f3a10");
    assertThat(event.detailType()).isEqualTo("OrderPlaced");
    assertThat(event.source()).isEqualTo("com.example.shop");
    assertThat(event.account()).isEqualTo("123456789012");
    assertThat(event.time()).isEqualTo(Instant.parse("2026-03-14T09:26:53Z"));
    assertThat(event.region()).isEqualTo("eu-central-1");
    assertThat(event.resources())
        .containsExactly("arn:aws:dynamodb:eu-central-1:123456789012:table/orders");
    assertThat(event.replayName()).isNull();
    assertThat(event.detail())
        .isEqualTo(
            new OrderPlaced(
                "o-1001",
                42,
                true,
                List.of(new OrderPlaced.Item("mug", 2), new OrderPlaced.Item("tea", 1)),
                null));
  }

  @Test
  void functionUrl() throws IOException {
    FunctionUrlEvent event = sample(FunctionUrlEvent.class);
    assertThat(event.rawPath()).isEqualTo("/carts/alice%20b");
    assertThat(event.rawQueryString()).isEqualTo("expand=items&expand=prices&currency=EUR");
    assertThat(event.cookies()).containsExactly("session=8f3a", "theme=dark");
    assertThat(event.headers()).hasSize(9).containsEntry("user-agent", "curl/8.5.0");
    assertThat(event.queryStringParameters())
        .isEqualTo(Map.of("expand", "items,prices", "currency", "EUR"));
    assertThat(event.body()).isEqualTo("{\"sku\": \"mug\"}");
    assertThat(event.base64Encoded()).isFalse();
    FunctionUrlEvent.RequestContext context = event.requestContext();
    assertThat(context.instant()).isEqualTo(Instant.parse("2026-03-14T09:26:53Z"));
    assertThat(context.time()).isEqualTo("14/Mar/2026:09:26:53 +0000");
    assertThat(context.http())
        .isEqualTo(
            new FunctionUrlEvent.Http(
                "POST", "/carts/alice%20b", "HTTP/1.1", "203.0.113.7", "curl/8.5.0"));
    FunctionUrlEvent.Iam caller = requireNonNull(requireNonNull(context.authorizer()).iam());
    assertThat(caller.userArn()).isEqualTo("arn:aws:iam::123456789012:user/alice");
    assertThat(caller.principalOrgId()).isEqualTo("o-a1b2c3d4e5");
  }

  @Test
  void functionUrlOfAnybody() {
    FunctionUrlEvent event =
        read(
            FunctionUrlEvent.class,
            """
            {"version": "2.0", "routeKey": "$default", "rawPath": "/", "rawQueryString": "",
             "headers": {}, "requestContext": {"accountId": "anonymous", "timeEpoch": 1},
             "isBase64Encoded": true}
            """);
    assertThat(event.cookies()).isEmpty();
    assertThat(event.queryStringParameters()).isEmpty();
    assertThat(event.requestContext().authorizer()).isNull();
    assertThat(event.body()).isNull();
    assertThat(event.base64Encoded()).isTrue();
  }

  @Test
  void functionUrlResponse() {
    assertWrites(
        new FunctionUrlResponse(200, Map.of("content-type", "text/plain"), "hello"),
        """
        {"statusCode": 200, "headers": {"content-type": "text/plain"}, "body": "hello",
         "isBase64Encoded": false}
        """);
  }

  @Test
  void vpcLattice() throws IOException {
    VpcLatticeV2Event event = sample(VpcLatticeV2Event.class);
    assertThat(event.method()).isEqualTo("PUT");
    assertThat(event.headers()).containsEntry("x-tag", List.of("a", "b,c"));
    assertThat(event.queryStringParameters())
        .isEqualTo(Map.of("shelf", List.of("3"), "tag", List.of("new", "sale")));
    assertThat(event.base64Encoded()).isTrue();
    assertThat(event.requestContext().instant())
        .isEqualTo(Instant.parse("2026-03-14T09:26:53.123456Z"));
    VpcLatticeV2Event.Identity identity = requireNonNull(event.requestContext().identity());
    assertThat(identity.principalOrgId()).isEqualTo("o-a1b2c3d4e5");
    assertThat(identity.x509SanDns()).isNull();
  }

  @Test
  void vpcLatticeResponse() {
    assertWrites(
        new VpcLatticeV2Response(200, Map.of("a", "b"), "hello"),
        """
        {"statusCode": 200, "headers": {"a": "b"}, "body": "hello", "isBase64Encoded": false}
        """);
  }

  @Test
  void ses() throws IOException {
    SesEvent.Ses ses = sample(SesEvent.class).records().getFirst().ses();
    assertThat(ses.mail().timestamp()).isEqualTo(Instant.parse("2026-03-14T09:26:53.589Z"));
    assertThat(ses.mail().destination())
        .containsExactly("orders@shop.example.com", "audit@shop.example.com");
    assertThat(ses.mail().headers())
        .hasSize(8)
        .contains(new SesEvent.Header("Subject", "Order o-1001"));
    SesEvent.CommonHeaders common = ses.mail().commonHeaders();
    assertThat(common.from()).containsExactly("Alice <alice@example.org>");
    assertThat(common.bcc()).isEmpty();
    assertThat(common.subject()).isEqualTo("Order o-1001");
    assertThat(ses.receipt().processingTimeMillis()).isEqualTo(412);
    assertThat(ses.receipt().spfVerdict()).isEqualTo(new SesEvent.Verdict("GRAY"));
    assertThat(ses.receipt().dmarcPolicy()).isEqualTo("quarantine");
    assertThat(ses.receipt().action().invocationType()).isEqualTo("RequestResponse");
  }

  @Test
  void sesResponse() {
    assertWrites(new SesEventResponse(Disposition.STOP_RULE), "{\"disposition\": \"STOP_RULE\"}");
  }

  @Test
  void codePipeline() throws IOException {
    CodePipelineEvent.Job job = sample(CodePipelineEvent.class).job();
    assertThat(job.id()).isEqualTo("a1b2c3d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d");
    assertThat(job.data().actionConfiguration().configuration())
        .isEqualTo(
            new CodePipelineEvent.Configuration(
                "smoke-test", "{\"url\":\"https://shop.example.com\"}"));
    assertThat(job.data().inputArtifacts())
        .containsExactly(
            new CodePipelineEvent.Artifact(
                "build",
                null,
                new CodePipelineEvent.Location(
                    "S3",
                    new CodePipelineEvent.S3Location(
                        "pipeline-eu-central-1-1234567890", "shop/build/abc.zip"))));
    assertThat(job.data().outputArtifacts()).isEmpty();
    assertThat(job.data().continuationToken()).isEqualTo("page-2");
    assertThat(job.data().artifactCredentials().secretAccessKey())
        .isEqualTo("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    assertThat(job.toString()).doesNotContain("wJalrXUtnFEMI", "IQoJb3JpZ2lu");
  }

  @Test
  void codeDeploy() throws IOException {
    assertThat(sample(CodeDeployLifecycleEvent.class))
        .isEqualTo(
            new CodeDeployLifecycleEvent("d-4F0RG2K1M", "eyJlbmNyeXB0ZWREYXRhIjoiRVhBTVBMRSJ9"));
  }

  @Test
  void autoScaling() throws IOException {
    AutoScalingActivity activity = sample(AutoScalingActivity.class);
    assertThat(activity.ec2InstanceId()).isEqualTo("i-0a1b2c3d4e5f67890");
    assertThat(activity.details())
        .isEqualTo(Map.of("Availability Zone", "eu-central-1b", "Subnet ID", "subnet-0a1b2c3d"));
    assertThat(activity.startTime()).isEqualTo(Instant.parse("2026-03-14T09:26:53Z"));
    assertThat(sample(AutoScalingLifecycleAction.class))
        .isEqualTo(
            new AutoScalingLifecycleAction(
                "87654321-4321-4321-4321-210987654321",
                "shop-workers",
                "drain",
                "i-0a1b2c3d4e5f67890",
                "autoscaling:EC2_INSTANCE_TERMINATING",
                "queue=orders",
                "AutoScalingGroup",
                "WarmPool"));
    AutoScalingTerminationEvent termination = sample(AutoScalingTerminationEvent.class);
    assertThat(termination.capacityToTerminate())
        .contains(new AutoScalingTerminationEvent.Capacity("eu-central-1b", 2, "on-demand"));
    assertThat(termination.instances().getLast().instanceId()).isEqualTo("i-02e1c69383a3ed501");
    assertThat(termination.cause()).isEqualTo("SCALE_IN");
    assertThat(termination.hasMoreInstances()).isTrue();
    assertWrites(
        new AutoScalingTerminationResponse(List.of("i-1", "i-2")),
        "{\"InstanceIDs\": [\"i-1\", \"i-2\"]}");
  }

  @Test
  void iot() throws IOException {
    IotAuthorizerEvent event = sample(IotAuthorizerEvent.class);
    assertThat(event.signatureVerified()).isTrue();
    assertThat(event.protocols()).containsExactly("tls", "http", "mqtt");
    assertThat(event.protocolData().mqtt())
        .isEqualTo(new IotAuthorizerEvent.Mqtt("sensor-7", "aHVudGVyMg==", "sensor-7-a"));
    assertThat(requireNonNull(event.protocolData().http()).queryString()).isEqualTo("?sensor=7");
    assertThat(event.toString()).doesNotContain("aHVudGVyMg==");
    assertWrites(
        new IotAuthorizerResponse(
            true,
            "sensor7",
            List.of(new PolicyDocument(Statement.allow("iot:Connect", "arn:aws:iot:::client/x"))),
            3600,
            300),
        """
        {"isAuthenticated": true, "principalId": "sensor7", "disconnectAfterInSeconds": 3600,
         "refreshAfterInSeconds": 300, "policyDocuments": [{"Version": "2012-10-17", "Statement":
         [{"Effect": "Allow", "Action": ["iot:Connect"], "Resource": ["arn:aws:iot:::client/x"]}]}]}
        """);
    assertThat(sample(IotPreProvisioningEvent.class).parameters())
        .isEqualTo(Map.of("serial", "SN-0007", "model", "t1"));
    assertWrites(
        new IotPreProvisioningResponse(true, Map.of("site", "north")),
        "{\"allowProvisioning\": true, \"parameterOverrides\": {\"site\": \"north\"}}");
  }

  @Test
  void appSync() throws IOException {
    AppSyncResolverEvent<?, ?> event = sample(AppSyncResolverEvent.class);
    assertThat(event.arguments()).isEqualTo(new OrderQuery("o-1001", 10));
    AppSyncResolverEvent.Identity identity = requireNonNull(event.identity());
    assertThat(identity.username()).isEqualTo("alice");
    assertThat(identity.claims()).containsEntry("auth_time", 1773480000);
    assertThat(identity.groups()).containsExactly("admin");
    assertThat(event.request().domainName()).isEqualTo("api.shop.example.com");
    assertThat(requireNonNull(event.prev()).result()).isEqualTo(Map.of("checked", true));
    assertThat(event.info().fieldName()).isEqualTo("lines");
    assertThat(event.info().selectionSetList()).containsExactly("items", "items/sku");
    assertThat(event.stash()).isEqualTo(Map.of("tenant", "north"));
  }

  @Test
  void bedrockAgent() throws IOException {
    BedrockAgentEvent event = sample(BedrockAgentEvent.class);
    assertThat(event.agent())
        .isEqualTo(new BedrockAgentEvent.Agent("shop-assistant", "AGENT12345", "ALIAS12345", "3"));
    assertThat(event.function()).isNull();
    assertThat(event.parameter("user")).isEqualTo("alice");
    assertThat(event.parameter("nobody")).isNull();
    assertThat(requireNonNull(event.requestBody()).content().get("application/json"))
        .isEqualTo(
            new BedrockAgentEvent.Content(
                List.of(
                    new BedrockAgentEvent.Parameter("sku", "string", "mug"),
                    new BedrockAgentEvent.Parameter("count", "integer", "2"))));
    assertWrites(
        BedrockAgentResponse.json(event, 200, "{}"),
        """
        {"messageVersion": "1.0", "response": {"actionGroup": "cart",
         "apiPath": "/carts/{user}/items", "httpMethod": "POST", "httpStatusCode": 200,
         "responseBody": {"application/json": {"body": "{}"}}}}
        """);
  }

  @Test
  void bedrockAgentWithFunctionDetails() {
    BedrockAgentEvent event =
        read(
            BedrockAgentEvent.class,
            """
            {"messageVersion": "1.0", "agent": {"name": "a", "id": "b", "alias": "c", "version":
             "d"}, "inputText": "hi", "sessionId": "s", "actionGroup": "cart", "function": "add",
             "parameters": [{"name": "sku", "type": "string", "value": "mug"}],
             "sessionAttributes": {}, "promptSessionAttributes": {}}
            """);
    assertThat(event.apiPath()).isNull();
    assertThat(event.parameter("sku")).isEqualTo("mug");
    assertWrites(
        BedrockAgentResponse.text(event, "done"),
        """
        {"messageVersion": "1.0", "response": {"actionGroup": "cart", "function": "add",
         "functionResponse": {"responseBody": {"TEXT": {"body": "done"}}}}}
        """);
    assertWrites(
        BedrockAgentResponse.text(event, BedrockAgentResponse.ResponseState.REPROMPT, "which?"),
        """
        {"messageVersion": "1.0", "response": {"actionGroup": "cart", "function": "add",
         "functionResponse": {"responseState": "REPROMPT",
         "responseBody": {"TEXT": {"body": "which?"}}}}}
        """);
  }

  @Test
  void documentDb() throws IOException {
    DocumentDbEvent event = sample(DocumentDbEvent.class);
    assertThat(event.eventSourceArn())
        .isEqualTo("arn:aws:rds:eu-central-1:123456789012:cluster:shop");
    DocumentDbEvent.Change insert = event.events().getFirst().event();
    assertThat(insert.id().data()).isEqualTo("0163eeb6e7000000090100000009000041e1");
    assertThat(insert.clusterTime().instant()).isEqualTo(Instant.parse("2026-03-14T09:26:53Z"));
    assertThat(insert.clusterTime().timestamp().i()).isEqualTo(9);
    assertThat(insert.ns()).isEqualTo(new DocumentDbEvent.Namespace("shop", "articles"));
    assertThat(insert.documentKey())
        .isEqualTo(Map.of("_id", Map.of("$oid", "63eeb6e7d418cd98afb1c1d7")));
    assertThat(insert.fullDocument()).containsEntry("stock", 17);
    assertThat(insert.updateDescription()).isNull();
    DocumentDbEvent.Change update = event.events().getLast().event();
    assertThat(update.fullDocument()).isNull();
    assertThat(update.updateDescription())
        .isEqualTo(new DocumentDbEvent.UpdateDescription(Map.of("stock", 16), List.of("sale")));
  }

  /** The string that a record's identifier is elsewhere would fail the whole batch. */
  @Test
  void kafkaIdentifiersAreObjects() {
    assertWrites(
        new KafkaBatchResponse(List.of(BatchItemFailure.of("my-topic", 3, 9_876_543_210L))),
        """
        {"batchItemFailures":
         [{"itemIdentifier": {"partition": "my-topic-3", "offset": 9876543210}}]}
        """);
    assertWrites(new KafkaBatchResponse(List.of()), "{\"batchItemFailures\": []}");
  }

  private static <T> T sample(Class<T> type) throws IOException {
    byte[] json = Files.readAllBytes(EventTypes.sample(type));
    return type.cast(
        requireNonNull(Json.read(json, OwnEventsTest.codec(OwnEventsTest.full(type)))));
  }

  private static <T> T read(Class<T> type, String json) {
    return requireNonNull(Json.read(json.getBytes(UTF_8), type));
  }

  private static void assertWrites(Object value, String json) {
    byte[] written = Json.write(value, OwnEventsTest.codec(value.getClass()));
    assertThat(JACKSON.readTree(written)).isEqualTo(JACKSON.readTree(json));
  }
}
