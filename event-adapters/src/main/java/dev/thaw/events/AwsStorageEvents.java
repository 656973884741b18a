package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEventV2;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import dev.thaw.codec.ImportCodec;
import dev.thaw.codec.ImportType;
import dev.thaw.codec.Rename;

/** S3. See {@link AwsEvents}. */
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

// S3 Batch Operations
@ImportCodec(S3BatchEvent.class)
@ImportCodec(S3BatchEventV2.class)
@ImportCodec(S3BatchResponse.class)

// S3 Object Lambda: AWS's library looks for XAmzRequestId
@ImportCodec(
    value = S3ObjectLambdaEvent.class,
    rename = @Rename(property = "XAmzRequestId", json = "xAmzRequestId", alias = "XAmzRequestId"))
final class AwsStorageEvents {
  private AwsStorageEvents() {}
}
