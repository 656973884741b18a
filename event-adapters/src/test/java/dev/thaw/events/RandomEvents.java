package dev.thaw.events;

import static dev.thaw.events.RandomJson.base64;
import static dev.thaw.events.RandomJson.bool;
import static dev.thaw.events.RandomJson.integer;
import static dev.thaw.events.RandomJson.list;
import static dev.thaw.events.RandomJson.map;
import static dev.thaw.events.RandomJson.nullable;
import static dev.thaw.events.RandomJson.object;
import static dev.thaw.events.RandomJson.plainText;
import static dev.thaw.events.RandomJson.s3Key;
import static dev.thaw.events.RandomJson.seconds;
import static dev.thaw.events.RandomJson.text;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.NullUnmarked;

/**
 * Documents of the shapes that AWS sends, with everything left to chance: fields missing, null,
 * empty or out of order, fields that nobody knows, numbers and booleans for texts, escapes, white
 * space.
 */
@NullUnmarked // it makes nulls, and the compiler cannot follow them through jqwik
final class RandomEvents {
  private RandomEvents() {}

  static Arbitrary<Object> albRequest() {
    return object(
        Map.of(
            "requestContext",
            object(Map.of("elb", object(Map.of("targetGroupArn", text())))),
            "httpMethod",
            text(),
            "path",
            text(),
            "queryStringParameters",
            map(nullable(text())),
            "multiValueQueryStringParameters",
            map(nullable(list(nullable(text())))),
            "headers",
            map(nullable(text())),
            "multiValueHeaders",
            map(nullable(list(nullable(text())))),
            "body",
            text(),
            "isBase64Encoded",
            bool()));
  }

  static Arbitrary<Object> albResponse() {
    return object(
        Map.of(
            "statusCode",
            integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
            "statusDescription",
            text(),
            "headers",
            map(nullable(text())),
            "multiValueHeaders",
            map(nullable(list(nullable(text())))),
            "body",
            text(),
            "isBase64Encoded",
            bool()));
  }

  static Arbitrary<Object> sqs() {
    Arbitrary<Object> attribute =
        object(
            Map.of(
                "stringValue", text(),
                "binaryValue", base64(),
                "stringListValues", list(nullable(text())),
                "binaryListValues", list(nullable(base64())),
                "dataType", text()));
    return records(
        object(
            Map.of(
                "messageId", text(),
                "receiptHandle", text(),
                "body", text(),
                "md5OfBody", text(),
                "md5OfMessageAttributes", text(),
                "eventSourceARN", text(),
                "eventSource", text(),
                "awsRegion", text(),
                "attributes", map(nullable(text())),
                "messageAttributes", map(nullable(attribute)))));
  }

  static Arbitrary<Object> kinesis() {
    Arbitrary<Object> kinesis =
        object(
            Map.of(
                "kinesisSchemaVersion", text(),
                "partitionKey", text(),
                "sequenceNumber", text(),
                "data", base64(),
                "approximateArrivalTimestamp", seconds(),
                "encryptionType", text()));
    return records(
        object(
            Map.of(
                "kinesis", kinesis,
                "eventSource", text(),
                "eventVersion", text(),
                "eventID", text(),
                "eventName", text(),
                "invokeIdentityArn", text(),
                "awsRegion", text(),
                "eventSourceARN", text())));
  }

  static Arbitrary<Object> dynamodb() {
    Arbitrary<Object> image = map(nullable(attributeValue(3)));
    // null is left out: AWS's library fails on it, see WhereAwsIsWrongTest
    Arbitrary<Object> view =
        Arbitraries.of("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");
    Arbitrary<Object> change =
        object(
            Map.of(
                "ApproximateCreationDateTime",
                seconds(),
                "Keys",
                image,
                "NewImage",
                image,
                "OldImage",
                image,
                "SequenceNumber",
                text(),
                "SizeBytes",
                integer(Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.of("StreamViewType", view));
    return records(
        object(
            Map.of(
                "eventID", text(),
                "eventName", text(),
                "eventVersion", text(),
                "eventSource", text(),
                "awsRegion", text(),
                "eventSourceARN", text(),
                "userIdentity", object(Map.of("type", text(), "principalId", text())),
                "dynamodb", change)));
  }

  private static Arbitrary<Object> attributeValue(int depth) {
    Map<String, Arbitrary<Object>> fields = new LinkedHashMap<>();
    fields.put("S", text());
    fields.put("N", text());
    fields.put("B", base64());
    fields.put("BOOL", bool());
    fields.put("NULL", bool());
    fields.put("SS", list(nullable(text())));
    fields.put("NS", list(nullable(text())));
    fields.put("BS", list(nullable(base64())));
    if (depth > 0) {
      fields.put("L", list(nullable(Arbitraries.lazy(() -> attributeValue(depth - 1)))));
      fields.put("M", map(nullable(Arbitraries.lazy(() -> attributeValue(depth - 1)))));
    }
    return object(fields);
  }

  static Arbitrary<Object> s3() {
    // org.json prints 1.50 as 1.5, and without a time AWS's library fails
    Arbitrary<Object> text = plainText();
    Arbitrary<Object> user = object(Map.of("principalId", text));
    Arbitrary<Object> bucket = object(Map.of("name", text, "ownerIdentity", user, "arn", text));
    Arbitrary<Object> object =
        object(
            Map.of(
                "key", s3Key(),
                "size", integer(Long.MIN_VALUE, Long.MAX_VALUE),
                "eTag", text,
                "versionId", text,
                "sequencer", text));
    Arbitrary<Object> s3 =
        object(
            Map.of(
                "configurationId", text,
                "bucket", bucket,
                "object", object,
                "s3SchemaVersion", text));
    Arbitrary<Object> time =
        Arbitraries.of("1970-01-01T00:00:00.000Z", "2024-02-29T12:00:00+02:00", "2019-09-03");
    Arbitrary<Object> record =
        object(
            Map.of(
                "awsRegion",
                text,
                "eventName",
                text,
                "eventSource",
                text,
                "eventVersion",
                text,
                "requestParameters",
                object(Map.of("sourceIPAddress", text)),
                "responseElements",
                object(Map.of("x-amz-id-2", text, "x-amz-request-id", text)),
                "s3",
                s3,
                "userIdentity",
                user),
            Map.of("eventTime", time));
    return object(Map.of("Records", list(record)));
  }

  static Arbitrary<Object> batchResponse() {
    Arbitrary<Object> failure = object(Map.of("itemIdentifier", text()));
    return object(Map.of("batchItemFailures", list(nullable(failure))));
  }

  private static Arbitrary<Object> records(Arbitrary<Object> record) {
    return object(Map.of("Records", list(nullable(record))));
  }
}
