package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import dev.thaw.codec.CodecLookup;
import dev.thaw.codec.ImportCodec;
import dev.thaw.codec.ImportType;
import dev.thaw.codec.Rename;

/**
 * AWS's event classes, and what their bean properties do not say of their JSON. The names are those
 * that AWS's serialization library gives them; nested classes that need no word are found by
 * themselves.
 */
@CodecLookup("EventCodecs")

// Application Load Balancer
@ImportCodec(ApplicationLoadBalancerRequestEvent.class)
@ImportCodec(ApplicationLoadBalancerResponseEvent.class)

// SQS
@ImportCodec(value = SQSEvent.class, rename = @Rename(property = "records", json = "Records"))
@ImportType(
    value = SQSEvent.SQSMessage.class,
    rename = @Rename(property = "eventSourceArn", json = "eventSourceARN"))
@ImportCodec(SQSBatchResponse.class)

// Kinesis and DynamoDB streams
@ImportCodec(value = KinesisEvent.class, rename = @Rename(property = "records", json = "Records"))
@ImportCodec(value = DynamodbEvent.class, rename = @Rename(property = "records", json = "Records"))
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

// S3: AWS's library gives functions empty texts and objects, never null, so do we
@ImportCodec(
    value = S3Event.class,
    rename = @Rename(property = "records", json = "Records"),
    constructor = "records",
    emptyWhenAbsent = true)
@ImportCodec(
    value = S3EventNotification.class,
    rename = @Rename(property = "records", json = "Records"),
    constructor = "records",
    emptyWhenAbsent = true)
@ImportType(
    value = S3EventNotification.S3EventNotificationRecord.class,
    constructor = {
      "awsRegion",
      "eventName",
      "eventSource",
      "eventTime",
      "eventVersion",
      "requestParameters",
      "responseElements",
      "s3",
      "userIdentity"
    },
    emptyWhenAbsent = true)
@ImportType(
    value = S3EventNotification.RequestParametersEntity.class,
    constructor = "sourceIPAddress",
    emptyWhenAbsent = true)
@ImportType(
    value = S3EventNotification.ResponseElementsEntity.class,
    rename = {
      @Rename(property = "xAmzId2", json = "x-amz-id-2"),
      @Rename(property = "xAmzRequestId", json = "x-amz-request-id")
    },
    constructor = {"xAmzId2", "xAmzRequestId"},
    emptyWhenAbsent = true)
@ImportType(
    value = S3EventNotification.UserIdentityEntity.class,
    constructor = "principalId",
    emptyWhenAbsent = true)
@ImportType(
    value = S3EventNotification.S3Entity.class,
    constructor = {"configurationId", "bucket", "object", "s3SchemaVersion"},
    emptyWhenAbsent = true)
@ImportType(
    value = S3EventNotification.S3BucketEntity.class,
    constructor = {"name", "ownerIdentity", "arn"},
    emptyWhenAbsent = true)
// getSize is an Integer and throws above 2 GB
@ImportType(
    value = S3EventNotification.S3ObjectEntity.class,
    ignore = "size",
    rename = @Rename(property = "sizeAsLong", json = "size"),
    constructor = {"key", "sizeAsLong", "eTag", "versionId", "sequencer"},
    emptyWhenAbsent = true)
final class AwsEvents {
  private AwsEvents() {}
}
