package dev.thaw.events;

import java.util.List;

/**
 * What no class says of the events: what sends them, how it invokes the function, and what it heeds
 * of the answer.
 *
 * @param group a heading of the page
 * @param trigger what sends it
 * @param event the simple name of its class
 * @param responses simple names of the classes of the response; empty where none is heeded
 * @param note more of the response, in words; perhaps empty
 * @param invocation how the function is invoked
 */
record EventFacts(
    String group,
    String trigger,
    String event,
    List<String> responses,
    String note,
    String invocation) {
  private static final String SYNC = "synchronous";
  private static final String ASYNC = "asynchronous";
  private static final String POLLED = "event source mapping";

  /** Where the service's documentation leaves it open. */
  private static final String UNSAID = "not documented";

  static final List<EventFacts> ALL =
      List.of(
          http("Application Load Balancer", "ApplicationLoadBalancerRequestEvent")
              .answered("ApplicationLoadBalancerResponseEvent"),
          http("API Gateway, REST API", "APIGatewayProxyRequestEvent")
              .answered("APIGatewayProxyResponseEvent"),
          http("API Gateway, HTTP API (payload 2.0)", "APIGatewayV2HTTPEvent")
              .answered("APIGatewayV2HTTPResponse"),
          http("the same, deprecated by AWS", "APIGatewayV2ProxyRequestEvent")
              .answered("APIGatewayV2ProxyResponseEvent"),
          http("API Gateway, WebSocket API", "APIGatewayV2WebSocketEvent")
              .answered("APIGatewayV2WebSocketResponse"),
          http("Function URL", "FunctionUrlEvent").answered("FunctionUrlResponse"),
          http("VPC Lattice (version 2.0)", "VpcLatticeV2Event").answered("VpcLatticeV2Response"),
          auth("API Gateway, REST API: Lambda authorizer", "APIGatewayCustomAuthorizerEvent")
              .answered("IamPolicyResponseV1"),
          auth("API Gateway, HTTP API: Lambda authorizer", "APIGatewayV2CustomAuthorizerEvent")
              .answered("SimpleIAMPolicyResponse", "IamPolicyResponse"),
          auth("AppSync: Lambda authorizer", "AppSyncLambdaAuthorizerEvent")
              .answered("AppSyncLambdaAuthorizerResponse"),
          auth("IoT Core: custom authorizer", "IotAuthorizerEvent")
              .answered("IotAuthorizerResponse"),
          auth("IoT Core: pre-provisioning hook", "IotPreProvisioningEvent")
              .answered("IotPreProvisioningResponse"),
          cognito("create auth challenge", "CreateAuthChallenge"),
          cognito("custom message", "CustomMessage"),
          cognito("define auth challenge", "DefineAuthChallenge"),
          cognito("migrate user", "MigrateUser"),
          cognito("post authentication", "PostAuthentication"),
          cognito("post confirmation", "PostConfirmation"),
          cognito("pre authentication", "PreAuthentication"),
          cognito("pre sign-up", "PreSignUp"),
          cognito("pre token generation (V1)", "PreTokenGeneration"),
          auth(
                  "Cognito user pool: pre token generation (V2)",
                  "CognitoUserPoolPreTokenGenerationEventV2")
              .with("the event, with its response filled in"),
          cognito("verify auth challenge response", "VerifyAuthChallengeResponse"),
          auth("Cognito user pool: what all its triggers share", "CognitoUserPoolEvent")
              .with("the event"),
          auth("Cognito Sync", "CognitoEvent").with("the event, with its records changed"),
          polled("SQS", "SQSEvent").answered("SQSBatchResponse"),
          polled("Kinesis stream", "KinesisEvent").answered("StreamsEventResponse"),
          polled("Kinesis stream, tumbling window", "KinesisTimeWindowEvent")
              .answered("TimeWindowEventResponse"),
          polled("DynamoDB stream", "DynamodbEvent").answered("StreamsEventResponse"),
          polled("DynamoDB stream, tumbling window", "DynamodbTimeWindowEvent")
              .answered("TimeWindowEventResponse"),
          polled("Amazon MSK, self-managed Apache Kafka", "KafkaEvent")
              .answered("KafkaBatchResponse"),
          polled("Amazon MQ, ActiveMQ", "ActiveMQEvent"),
          polled("Amazon MQ, RabbitMQ", "RabbitMQEvent"),
          polled("DocumentDB change stream", "DocumentDbEvent"),
          data("Data Firehose: transformation", "KinesisFirehoseEvent")
              .answered("KinesisAnalyticsInputPreprocessingResponse"),
          data("Data Firehose from Amazon MSK: transformation", "MSKFirehoseEvent")
              .answered("MSKFirehoseResponse"),
          data(
                  "Kinesis Data Analytics, input from Firehose",
                  "KinesisAnalyticsFirehoseInputPreprocessingEvent")
              .answered("KinesisAnalyticsInputPreprocessingResponse"),
          data(
                  "Kinesis Data Analytics, input from a stream",
                  "KinesisAnalyticsStreamsInputPreprocessingEvent")
              .answered("KinesisAnalyticsInputPreprocessingResponse"),
          data("Kinesis Data Analytics, output", "KinesisAnalyticsOutputDeliveryEvent")
              .answered("KinesisAnalyticsOutputDeliveryResponse"),
          data("S3 Batch Operations (schema 1.0)", "S3BatchEvent").answered("S3BatchResponse"),
          data("S3 Batch Operations (schema 2.0)", "S3BatchEventV2").answered("S3BatchResponse"),
          data("S3 Object Lambda", "S3ObjectLambdaEvent")
              .with("none: the function calls `WriteGetObjectResponse`"),
          event(
                  "EventBridge: rules, pipes, schedules; the detail is a type of yours",
                  "EventBridgeEvent")
              .by("asynchronous; pipes and schedules also synchronous"),
          event("EventBridge: rules and schedules, the detail a map", "ScheduledEvent"),
          event(
              "EventBridge: detail of an Auto Scaling launch or termination",
              "AutoScalingActivity"),
          event(
              "EventBridge: detail of an Auto Scaling lifecycle hook",
              "AutoScalingLifecycleAction"),
          event("SNS", "SNSEvent"),
          event("S3 notification", "S3Event"),
          event("SES receipt rule", "SesEvent")
              .answered("SesEventResponse")
              .with("where the rule waits for it")
              .by("asynchronous or synchronous"),
          event("CloudWatch Logs subscription", "CloudWatchLogsEvent"),
          event("CloudWatch alarm on a metric", "CloudWatchMetricAlarmEvent"),
          event("CloudWatch composite alarm", "CloudWatchCompositeAlarmEvent"),
          event("Lambda destination", "LambdaDestinationEvent"),
          event("AWS Config rule", "ConfigEvent").with("none: the function calls `PutEvaluations`"),
          event("CloudFormation custom resource", "CloudFormationCustomResourceEvent")
              .with("none: the function puts its answer to `ResponseURL`"),
          event("CodeCommit", "CodeCommitEvent"),
          event("CodePipeline: invoke action", "CodePipelineEvent")
              .with("none: the function calls `PutJobSuccessResult` or `PutJobFailureResult`"),
          event("CodeDeploy: lifecycle hook", "CodeDeployLifecycleEvent")
              .with("none: the function calls `PutLifecycleEventHookExecutionStatus`")
              .by(UNSAID),
          event("Secrets Manager: rotation", "SecretsManagerRotationEvent").by(UNSAID),
          event("IoT button", "IoTButtonEvent"),
          call("AppSync: direct resolver, alone or in a `List`", "AppSyncResolverEvent")
              .with("the field's value, or a `List` of them"),
          call("Bedrock agent: action group", "BedrockAgentEvent").answered("BedrockAgentResponse"),
          call("Auto Scaling: custom termination policy", "AutoScalingTerminationEvent")
              .answered("AutoScalingTerminationResponse"),
          call("Connect: flow block", "ConnectEvent").with("an object of strings"),
          call("Lex V1", "LexEvent").with("a type of yours, as Lex V1 documents it"),
          call("Lambda@Edge, which runs no Java", "CloudFrontEvent")
              .with("the request or response"));

  private static EventFacts http(String trigger, String event) {
    return of("HTTP", trigger, event, SYNC);
  }

  private static EventFacts auth(String trigger, String event) {
    return of("Identity", trigger, event, SYNC);
  }

  private static EventFacts cognito(String trigger, String name) {
    return auth("Cognito user pool: " + trigger, "CognitoUserPool" + name + "Event")
        .with("the event, with its response filled in");
  }

  private static EventFacts polled(String trigger, String event) {
    return of("Queues and streams", trigger, event, POLLED);
  }

  private static EventFacts data(String trigger, String event) {
    return of("Data on its way", trigger, event, SYNC);
  }

  private static EventFacts event(String trigger, String event) {
    return of("Things that happened", trigger, event, ASYNC);
  }

  private static EventFacts call(String trigger, String event) {
    return of("Calls", trigger, event, SYNC);
  }

  private static EventFacts of(String group, String trigger, String event, String invocation) {
    return new EventFacts(group, trigger, event, List.of(), "", invocation);
  }

  private EventFacts answered(String... types) {
    return new EventFacts(group, trigger, event, List.of(types), note, invocation);
  }

  private EventFacts with(String words) {
    return new EventFacts(group, trigger, event, responses, words, invocation);
  }

  private EventFacts by(String other) {
    return new EventFacts(group, trigger, event, responses, note, other);
  }
}
