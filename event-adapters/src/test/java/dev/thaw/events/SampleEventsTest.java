package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The events of AWS's documentation: a function sees what AWS's library shows it, and what it
 * returns is written alike.
 */
class SampleEventsTest {

  static Stream<Arguments> samples() {
    return Stream.of(
        Arguments.of("alb-request", ApplicationLoadBalancerRequestEvent.class),
        Arguments.of("alb-request-multi-value", ApplicationLoadBalancerRequestEvent.class),
        Arguments.of("alb-request-base64", ApplicationLoadBalancerRequestEvent.class),
        Arguments.of("alb-health-check", ApplicationLoadBalancerRequestEvent.class),
        Arguments.of("alb-response", ApplicationLoadBalancerResponseEvent.class),
        Arguments.of("alb-response-multi-value", ApplicationLoadBalancerResponseEvent.class),
        Arguments.of("sqs-standard", SQSEvent.class),
        Arguments.of("sqs-fifo", SQSEvent.class),
        Arguments.of("sqs-message-attributes", SQSEvent.class),
        Arguments.of("sqs-batch-response", SQSBatchResponse.class),
        Arguments.of("s3-put", S3Event.class),
        Arguments.of("s3-put", S3EventNotification.class),
        Arguments.of("s3-delete", S3Event.class),
        Arguments.of("s3-versioned-unicode", S3Event.class),
        Arguments.of("s3-versioned-unicode", S3EventNotification.class),
        Arguments.of("s3-test-event", S3Event.class),
        Arguments.of("kinesis-single", KinesisEvent.class),
        Arguments.of("kinesis-multiple", KinesisEvent.class),
        Arguments.of("dynamodb-changes", DynamodbEvent.class),
        Arguments.of("dynamodb-every-type", DynamodbEvent.class),
        Arguments.of("streams-response", StreamsEventResponse.class));
  }

  static byte[] sample(String name) throws IOException {
    try (InputStream in = SampleEventsTest.class.getResourceAsStream("/events/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void readsAsAwsDoes(String name, Class<T> type) throws IOException {
    byte[] json = sample(name);
    assertThat(Values.seen(Thaw.read(type, json)))
        .isEqualTo(Values.seen(AwsLibrary.read(type, json)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void writesAsAwsDoes(String name, Class<T> type) throws IOException {
    T event = AwsLibrary.read(type, sample(name));
    assertThat(Values.tree(Thaw.write(type, event)))
        .isEqualTo(Values.tree(AwsLibrary.write(type, event)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void writesWhatItHasRead(String name, Class<T> type) throws IOException {
    byte[] json = sample(name);
    assertThat(Values.tree(Thaw.write(type, Thaw.read(type, json))))
        .isEqualTo(Values.tree(AwsLibrary.write(type, AwsLibrary.read(type, json))));
  }

  /** Against AWS's documents rather than its library: what they show is not lost. */
  @Test
  void givesTheDocumentedValues() throws IOException {
    SQSEvent sqs = Thaw.read(SQSEvent.class, sample("sqs-fifo"));
    assertThat(sqs.getRecords().getFirst().getEventSourceArn())
        .isEqualTo("arn:aws:sqs:us-east-2:123456789012:fifo.fifo");
    assertThat(sqs.getRecords().getFirst().getAttributes())
        .containsEntry("SequenceNumber", "18849496460467696128");
    KinesisEvent kinesis = Thaw.read(KinesisEvent.class, sample("kinesis-single"));
    assertThat(kinesis.getRecords().getFirst().getKinesis().getData())
        .isEqualTo(ByteBuffer.wrap("Hello, this is a test.".getBytes(UTF_8)));
    assertThat(kinesis.getRecords().getFirst().getKinesis().getApproximateArrivalTimestamp())
        .hasTime(1545084650987L);
    S3Event s3 = Thaw.read(S3Event.class, sample("s3-versioned-unicode"));
    assertThat(s3.getRecords().getFirst().getS3().getObject().getUrlDecodedKey())
        .isEqualTo("résumés/red flower 🌹+1.jpg");
    assertThat(s3.getRecords().getFirst().getS3().getObject().getSizeAsLong())
        .isEqualTo(5497558138880L);
    assertThat(s3.getRecords().getFirst().getEventTime().getMillis()).isEqualTo(1709251199999L);
    DynamodbEvent dynamodb = Thaw.read(DynamodbEvent.class, sample("dynamodb-every-type"));
    assertThat(dynamodb.getRecords().getFirst().getDynamodb().getNewImage())
        .containsEntry(
            "Number", new AttributeValue().withN("-123.45678901234567890123456789012345678"))
        .containsEntry("StringSet", new AttributeValue().withSS("Giraffe", "Hippo", "Zebra"));
    ApplicationLoadBalancerRequestEvent alb =
        Thaw.read(ApplicationLoadBalancerRequestEvent.class, sample("alb-request-base64"));
    assertThat(alb.getIsBase64Encoded()).isTrue();
  }

  @Test
  void findsNoCodecForOtherClasses() {
    assertThat(EventCodecs.find("java.lang.String")).isNull();
    assertThat(EventCodecs.find("com.amazonaws.services.lambda.runtime.events.SQSEvent$SQSMessage"))
        .isNull();
  }
}
