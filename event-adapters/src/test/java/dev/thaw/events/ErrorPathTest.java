package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolDefineAuthChallengeEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.thaw.codec.JsonException;
import org.junit.jupiter.api.Test;

/** The message of a wrong shape says where in the event it stands. */
class ErrorPathTest {

  @Test
  void inARecord() {
    String json = "{\"Records\":[{\"body\":\"a\"},{\"messageId\":\"1\",\"body\":{\"a\":1}}]}";
    assertThatThrownBy(() -> Thaw.read(SQSEvent.class, json.getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessage(
            "Expected a string but found an object at $.Records[1].body (byte "
                + json.indexOf("{\"a\"")
                + ")");
  }

  @Test
  void ofTheDocument() {
    refuses(SQSEvent.class, "[]", "Expected an object but found an array at $ (byte 0)");
    refuses(SQSEvent.class, "", "Expected an object but found the end of the input at $ (byte 0)");
  }

  @Test
  void inAMap() {
    refuses(
        ApplicationLoadBalancerRequestEvent.class,
        "{\"headers\":{\"x-a\":\"1\",\"x-b\":[]}}",
        "$.headers['x-b']");
    refuses(
        ApplicationLoadBalancerRequestEvent.class,
        "{\"multiValueHeaders\":{\"accept\":[\"a\",{}]}}",
        "$.multiValueHeaders.accept[1]");
  }

  @Test
  void inNestedAttributeValues() {
    refuses(
        DynamodbEvent.class,
        "{\"Records\":[{\"dynamodb\":{\"NewImage\":{\"a\":{\"L\":[{},{\"M\":{\"b\":{\"SS\":0}}}]}}}}]}",
        "Expected an array but found a number"
            + " at $.Records[0].dynamodb.NewImage.a.L[1].M.b.SS");
  }

  @Test
  void inBase64() {
    refuses(
        KinesisEvent.class,
        "{\"Records\":[{\"kinesis\":{\"data\":\"?\"}}]}",
        "$.Records[0].kinesis.data");
  }

  @Test
  void inS3Objects() {
    refuses(
        S3Event.class,
        "{\"Records\":[{\"s3\":{\"object\":{\"size\":\"many\"}}}]}",
        "$.Records[0].s3.object.size");
  }

  @Test
  void inEventsOfOtherFamilies() {
    refuses(
        SNSEvent.class,
        "{\"Records\":[{\"Sns\":{\"MessageAttributes\":{\"kind\":{\"Value\":[]}}}}]}",
        "Expected a string but found an array at $.Records[0].Sns.MessageAttributes.kind.Value");
    refuses(
        KafkaEvent.class,
        "{\"records\":{\"orders-0\":[{\"headers\":[{\"name\":[1,256]}]}]}}",
        "Expected a byte but found a number out of its range"
            + " at $.records['orders-0'][0].headers[0].name[1]");
    refuses(ScheduledEvent.class, "{\"detail\":{\"a\":[1,{\"b\":tru}]}}", "$.detail.a[1].b");
    refuses(
        CognitoUserPoolDefineAuthChallengeEvent.class,
        "{\"request\":{\"session\":[{\"challengeResult\":\"maybe\"}]}}",
        "$.request.session[0].challengeResult");
    refuses(
        CognitoUserPoolEvent.class,
        "{\"triggerSource\":\"PreSignUp_SignUp\",\"request\":{\"validationData\":7}}",
        "Expected an object but found a number at $.request.validationData");
  }

  @Test
  void inFieldsThatNobodyReads() {
    refuses(
        SQSEvent.class, "{\"Records\":[{\"unknown\":{\"a\":[1,}}]}", "$.Records[0].unknown.a[1]");
  }

  private static void refuses(Class<?> type, String json, String message) {
    assertThatThrownBy(() -> Thaw.read(type, json.getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining(message);
  }
}
