package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  /** AWS's library takes the first JSON value and overlooks what follows. */
  @Test
  void textBehindTheEvent() {
    byte[] json = "{\"Records\":[]} and more".getBytes(UTF_8);
    assertThatCode(() -> AwsLibrary.read(DynamodbEvent.class, json)).doesNotThrowAnyException();

    assertThatThrownBy(() -> Thaw.read(DynamodbEvent.class, json))
        .hasMessageContaining("Expected the end of the input");
  }

  private static S3EventNotificationRecord s3(String json) {
    return Thaw.read(S3Event.class, json.getBytes(UTF_8)).getRecords().getFirst();
  }
}
