package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent.ActiveMQMessage;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import dev.thaw.codec.JsonException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events on which AWS's library fails, and what a function gets here instead. */
class WhereAwsIsWrongTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":null}]}"
      })
  void s3EventWithoutATime(String json) {
    assertThatThrownBy(() -> AwsLibrary.read(S3Event.class, json.getBytes(UTF_8)))
        .hasMessageContaining("ClassNotFoundException");

    S3EventNotificationRecord record = s3(json);
    assertThat(record.getEventName()).isEqualTo("ObjectCreated:Put");
    assertThat(record.getEventTime()).isNull();
    assertThat(record.getS3().getObject().getKey()).isEmpty();
  }

  @Test
  void s3EventWithAMalformedTimeFailsOnlyWhenItIsAskedFor() {
    String json = "{\"Records\":[{\"awsRegion\":\"eu-west-1\",\"eventTime\":\"yesterday\"}]}";
    assertThatThrownBy(() -> AwsLibrary.read(S3Event.class, json.getBytes(UTF_8)))
        .hasMessageContaining("ClassNotFoundException");

    S3EventNotificationRecord record = s3(json);
    assertThat(record.getAwsRegion()).isEqualTo("eu-west-1");
    assertThatThrownBy(record::getEventTime)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("S3EventNotificationRecord.eventTime is not an ISO 8601 time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"A_VIEW_OF_TOMORROW\"", "\"\""})
  void dynamodbViewTypeThatIsUnknown(String view) {
    String json =
        "{\"Records\":[{\"eventID\":\"1\",\"dynamodb\":{\"StreamViewType\":" + view + "}}]}";
    assertThatThrownBy(() -> AwsLibrary.read(DynamodbEvent.class, json.getBytes(UTF_8)))
        .hasMessageContaining("\"streamViewType\" is null");

    DynamodbEvent event = Thaw.read(DynamodbEvent.class, json.getBytes(UTF_8));
    assertThat(event.getRecords().getFirst().getEventID()).isEqualTo("1");
    assertThat(event.getRecords().getFirst().getDynamodb().getStreamViewType()).isNull();
  }

  /** AWS's library takes an array's elements for records of their own; here it is refused. */
  @Test
  void dynamodbTimeThatIsAnArray() {
    String json = "{\"Records\":[{\"dynamodb\":{\"ApproximateCreationDateTime\":[1]}}]}";
    assertThat(AwsLibrary.read(DynamodbEvent.class, json.getBytes(UTF_8)).getRecords()).hasSize(3);

    assertThatThrownBy(() -> Thaw.read(DynamodbEvent.class, json.getBytes(UTF_8)))
        .hasMessageContaining("$.Records[0].dynamodb.ApproximateCreationDateTime");
  }

  /**
   * AWS's library writes both times in other forms than it reads: the epoch in seconds, the time as
   * a bean of Joda's or, if it has dealt with certain other events before, by ISO 8601.
   */
  @Test
  void httpApiAuthorizerTimes() {
    Class<APIGatewayV2CustomAuthorizerEvent> type = APIGatewayV2CustomAuthorizerEvent.class;
    byte[] json = EventClasses.sample(type);
    APIGatewayV2CustomAuthorizerEvent aws = AwsLibrary.read(type, json);
    assertThat(Values.tree(AwsLibrary.write(type, aws))).isNotEqualTo(Values.tree(json));

    APIGatewayV2CustomAuthorizerEvent event = Thaw.read(type, json);
    assertThat(event.getRequestContext().getTime().getMillis()).isEqualTo(1584039838000L);
    assertThat(event.getRequestContext().getTimeEpoch()).hasToString("2020-03-12T19:03:58.390Z");
    assertThat(Values.seen(event)).isEqualTo(Values.seen(aws));
    assertThat(Values.tree(Thaw.write(type, event))).isEqualTo(Values.tree(json));
    assertThat(Values.tree(Thaw.write(type, aws))).isEqualTo(Values.tree(json));
  }

  @Test
  void httpApiAuthorizerWithoutATime() {
    Class<APIGatewayV2CustomAuthorizerEvent> type = APIGatewayV2CustomAuthorizerEvent.class;
    byte[] json = "{\"requestContext\":{\"stage\":\"prod\"}}".getBytes(UTF_8);
    RequestContext aws = AwsLibrary.read(type, json).getRequestContext();
    assertThatThrownBy(aws::getTime).isInstanceOf(NullPointerException.class);

    APIGatewayV2CustomAuthorizerEvent event = Thaw.read(type, json);
    assertThat(event.getRequestContext().getTime()).isNull();
    assertThat(new String(Thaw.write(type, event), UTF_8))
        .isEqualTo("{\"requestContext\":{\"stage\":\"prod\",\"timeEpoch\":0}}");
  }

  /** Amazon MQ sends physicalname and correlationId. */
  @Test
  void activeMqNames() {
    byte[] json = EventClasses.sample(ActiveMQEvent.class);
    ActiveMQMessage aws = AwsLibrary.read(ActiveMQEvent.class, json).getMessages().getFirst();
    assertThat(aws.getDestination().getPhysicalName()).isNull();
    assertThat(aws.getCorrelationID()).isNull();

    ActiveMQMessage thaw = Thaw.read(ActiveMQEvent.class, json).getMessages().getFirst();
    assertThat(thaw.getDestination().getPhysicalName()).isEqualTo("orders");
    assertThat(thaw.getCorrelationID()).isEqualTo("order-17");
    aws.getDestination().setPhysicalName("orders");
    aws.setCorrelationID("order-17");
    assertThat(Values.seen(thaw)).isEqualTo(Values.seen(aws));
  }

  @Test
  void s3ObjectLambdaRequestId() {
    byte[] json = EventClasses.sample(S3ObjectLambdaEvent.class);
    S3ObjectLambdaEvent aws = AwsLibrary.read(S3ObjectLambdaEvent.class, json);
    assertThat(aws.getXAmzRequestId()).isNull();

    S3ObjectLambdaEvent thaw = Thaw.read(S3ObjectLambdaEvent.class, json);
    assertThat(thaw.getXAmzRequestId()).isEqualTo("1a5ed718-5f53-471d-b6fe-5cf62d88d02a");
    aws.setXAmzRequestId("1a5ed718-5f53-471d-b6fe-5cf62d88d02a");
    assertThat(thaw).isEqualTo(aws);
    assertThat(Values.tree(Thaw.write(S3ObjectLambdaEvent.class, thaw)))
        .isEqualTo(Values.tree(json));
  }

  /** AppSync sends the document as queryString. */
  @Test
  void appSyncQuery() {
    byte[] json = EventClasses.sample(AppSyncLambdaAuthorizerEvent.class);
    AppSyncLambdaAuthorizerEvent aws = AwsLibrary.read(AppSyncLambdaAuthorizerEvent.class, json);
    assertThat(aws.getRequestContext().getQueryDocument()).isNull();

    AppSyncLambdaAuthorizerEvent thaw = Thaw.read(AppSyncLambdaAuthorizerEvent.class, json);
    assertThat(thaw.getRequestContext().getQueryDocument()).startsWith("query GetOrder");
    aws.getRequestContext().setQueryDocument(thaw.getRequestContext().getQueryDocument());
    assertThat(thaw).isEqualTo(aws);
  }

  /** SNS's own documents write these with capitals; Lambda has sent both. */
  @Test
  void snsAddressesInCapitals() {
    String json =
        "{\"Records\":[{\"Sns\":{\"SigningCertURL\":\"https://a\",\"UnsubscribeURL\":\"https://b\"}}]}";
    SNSEvent.SNS aws =
        AwsLibrary.read(SNSEvent.class, json.getBytes(UTF_8)).getRecords().getFirst().getSNS();
    assertThat(aws.getSigningCertUrl()).isNull();

    SNSEvent.SNS thaw =
        Thaw.read(SNSEvent.class, json.getBytes(UTF_8)).getRecords().getFirst().getSNS();
    assertThat(thaw.getSigningCertUrl()).isEqualTo("https://a");
    assertThat(thaw.getUnsubscribeUrl()).isEqualTo("https://b");
  }

  static List<Class<?>> userPoolEvents() {
    return EventClasses.events().stream()
        .filter(type -> type.getSuperclass() == CognitoUserPoolEvent.class)
        .toList();
  }

  /** It is abstract; the trigger decides which event it is. */
  @ParameterizedTest
  @MethodSource("userPoolEvents")
  void userPoolEventOfAnyTrigger(Class<?> type) {
    byte[] json = EventClasses.sample(type);
    assertThatThrownBy(() -> AwsLibrary.read(CognitoUserPoolEvent.class, json))
        .hasMessageContaining("abstract");

    CognitoUserPoolEvent event = Thaw.read(CognitoUserPoolEvent.class, json);
    assertThat(event).isInstanceOf(type);
    assertThat(Values.seen(event)).isEqualTo(Values.seen(AwsLibrary.read(type, json)));
    assertThat(Values.tree(Thaw.write(CognitoUserPoolEvent.class, event)))
        .isEqualTo(Values.tree(awsEcho(type, json)));
  }

  @Test
  void userPoolEventOfAnUnknownTrigger() {
    byte[] json = "{\"triggerSource\":\"CustomEmailSender_SignUp\"}".getBytes(UTF_8);
    assertThatThrownBy(() -> Thaw.read(CognitoUserPoolEvent.class, json))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("No user pool event has this triggerSource");
  }

  /** AWS's library does not understand the policy that it writes. */
  @Test
  void iamPolicies() {
    IamPolicyResponse policy =
        IamPolicyResponse.builder()
            .withPrincipalId("ada")
            .withPolicyDocument(
                IamPolicyResponse.PolicyDocument.builder()
                    .withVersion(IamPolicyResponse.VERSION_2012_10_17)
                    .withStatement(
                        List.of(IamPolicyResponse.allowStatement("arn:aws:execute-api:*")))
                    .build())
            .withContext(Map.of("tenant", 17))
            .build();
    byte[] json = AwsLibrary.write(IamPolicyResponse.class, policy);
    IamPolicyResponse aws = AwsLibrary.read(IamPolicyResponse.class, json);
    assertThatThrownBy(aws::getPolicyDocument).isInstanceOf(NullPointerException.class);

    assertThat(Values.tree(Thaw.write(IamPolicyResponse.class, policy)))
        .isEqualTo(Values.tree(json));
    IamPolicyResponse thaw = Thaw.read(IamPolicyResponse.class, json);
    assertThat(Values.seen(thaw)).isEqualTo(Values.seen(policy));
    IamPolicyResponseV1 v1 = Thaw.read(IamPolicyResponseV1.class, json);
    assertThat(Values.tree(Thaw.write(IamPolicyResponseV1.class, v1)))
        .isEqualTo(Values.tree(AwsLibrary.write(IamPolicyResponseV1.class, v1)))
        .isEqualTo(Values.tree(json));
  }

  /** AWS's library takes the first JSON value and overlooks what follows. */
  @Test
  void textBehindTheEvent() {
    byte[] json = "{\"Records\":[]} and more".getBytes(UTF_8);
    assertThatCode(() -> AwsLibrary.read(DynamodbEvent.class, json)).doesNotThrowAnyException();

    assertThatThrownBy(() -> Thaw.read(DynamodbEvent.class, json))
        .hasMessageContaining("Expected the end of the input");
  }

  private static <T> byte[] awsEcho(Class<T> type, byte[] json) {
    return AwsLibrary.write(type, AwsLibrary.read(type, json));
  }

  private static S3EventNotificationRecord s3(String json) {
    return Thaw.read(S3Event.class, json.getBytes(UTF_8)).getRecords().getFirst();
  }
}
