package dev.thaw.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** On whatever document: the values that AWS's library gives, and the JSON that it writes. */
class RandomEventsPropertyTest {
  private static final int TRIES = 300;

  @Provide
  Arbitrary<byte[]> albRequests() {
    return RandomJson.json(RandomEvents.albRequest());
  }

  @Provide
  Arbitrary<byte[]> albResponses() {
    return RandomJson.json(RandomEvents.albResponse());
  }

  @Provide
  Arbitrary<byte[]> sqs() {
    return RandomJson.json(RandomEvents.sqs());
  }

  @Provide
  Arbitrary<byte[]> kinesis() {
    return RandomJson.json(RandomEvents.kinesis());
  }

  @Provide
  Arbitrary<byte[]> dynamodb() {
    return RandomJson.json(RandomEvents.dynamodb());
  }

  @Provide
  Arbitrary<byte[]> s3() {
    return RandomJson.json(RandomEvents.s3());
  }

  @Provide
  Arbitrary<byte[]> batchResponses() {
    return RandomJson.json(RandomEvents.batchResponse());
  }

  @Property(tries = TRIES)
  void albRequestEvents(@ForAll("albRequests") byte[] json) {
    compare(ApplicationLoadBalancerRequestEvent.class, json);
  }

  @Property(tries = TRIES)
  void albResponseEvents(@ForAll("albResponses") byte[] json) {
    compare(ApplicationLoadBalancerResponseEvent.class, json);
  }

  @Property(tries = TRIES)
  void sqsEvents(@ForAll("sqs") byte[] json) {
    compare(SQSEvent.class, json);
  }

  @Property(tries = TRIES)
  void kinesisEvents(@ForAll("kinesis") byte[] json) {
    compare(KinesisEvent.class, json);
  }

  @Property(tries = TRIES)
  void dynamodbEvents(@ForAll("dynamodb") byte[] json) {
    compare(DynamodbEvent.class, json);
  }

  @Property(tries = TRIES)
  void s3Events(@ForAll("s3") byte[] json) {
    compare(S3Event.class, json);
    compare(S3EventNotification.class, json);
  }

  @Property(tries = TRIES)
  void batchItemFailures(@ForAll("batchResponses") byte[] json) {
    compare(SQSBatchResponse.class, json);
    compare(StreamsEventResponse.class, json);
  }

  private static <T> void compare(Class<T> type, byte[] json) {
    T aws = AwsLibrary.read(type, json);
    T thaw = Thaw.read(type, json);
    assertThat(Values.seen(thaw)).isEqualTo(Values.seen(aws));
    Object written = Values.tree(AwsLibrary.write(type, aws));
    assertThat(Values.tree(Thaw.write(type, aws))).isEqualTo(written);
    assertThat(Values.tree(Thaw.write(type, thaw))).isEqualTo(written);
  }
}
