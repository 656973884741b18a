package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsFirehoseInputPreprocessingEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsOutputDeliveryEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsOutputDeliveryResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsStreamsInputPreprocessingEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.MSKFirehoseEvent;
import com.amazonaws.services.lambda.runtime.events.MSKFirehoseResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.thaw.codec.ImportCodec;
import dev.thaw.codec.ImportType;
import dev.thaw.codec.Rename;

/** Streams. See {@link AwsEvents}. */
// Kinesis and DynamoDB streams
@ImportCodec(value = KinesisEvent.class, rename = @Rename(property = "records", json = "Records"))
@ImportCodec(
    value = KinesisTimeWindowEvent.class,
    rename = {
      @Rename(property = "records", json = "Records"),
      @Rename(property = "eventSourceArn", json = "eventSourceARN")
    })
@ImportCodec(value = DynamodbEvent.class, rename = @Rename(property = "records", json = "Records"))
@ImportCodec(
    value = DynamodbTimeWindowEvent.class,
    rename = {
      @Rename(property = "records", json = "Records"),
      @Rename(property = "eventSourceArn", json = "eventSourceARN")
    })
@ImportType(
    value = StreamRecord.class,
    rename = {
      @Rename(property = "approximateCreationDateTime", json = "ApproximateCreationDateTime"),
      @Rename(property = "keys", json = "Keys"),
      @Rename(property = "newImage", json = "NewImage"),
      @Rename(property = "oldImage", json = "OldImage"),
      @Rename(property = "sequenceNumber", json = "SequenceNumber"),
      @Rename(property = "sizeBytes", json = "SizeBytes"),
      @Rename(property = "streamViewType", json = "StreamViewType")
    })
@ImportType(
    value = AttributeValue.class,
    rename = {
      @Rename(property = "s", json = "S"),
      @Rename(property = "n", json = "N"),
      @Rename(property = "b", json = "B"),
      @Rename(property = "m", json = "M"),
      @Rename(property = "l", json = "L")
    })
@ImportCodec(StreamsEventResponse.class)
@ImportCodec(TimeWindowEventResponse.class)

// Kafka
@ImportCodec(KafkaEvent.class)

// Firehose
@ImportCodec(KinesisFirehoseEvent.class)
@ImportCodec(MSKFirehoseEvent.class)
@ImportCodec(MSKFirehoseResponse.class)

// Kinesis Data Analytics
@ImportCodec(KinesisAnalyticsFirehoseInputPreprocessingEvent.class)
@ImportCodec(KinesisAnalyticsStreamsInputPreprocessingEvent.class)
@ImportCodec(KinesisAnalyticsInputPreprocessingResponse.class)
@ImportCodec(KinesisAnalyticsOutputDeliveryEvent.class)
@ImportCodec(KinesisAnalyticsOutputDeliveryResponse.class)
final class AwsStreamEvents {
  private AwsStreamEvents() {}
}
