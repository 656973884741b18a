package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of the shapes that AWS sends, with everything left to chance: fields missing, null,
 * empty or out of order, fields that nobody knows, numbers and booleans for texts, escapes, white
 * space.
 */
@NullUnmarked // it makes nulls, and the compiler cannot follow them through jqwik
final class RandomEvents {
  private static final JsonMapper PLAIN = new JsonMapper();
  private static final JsonMapper ESCAPED =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private RandomEvents() {}

  static Arbitrary<byte[]> json(Arbitrary<Object> event) {
    return Combinators.combine(event, Arbitraries.of(PLAIN, ESCAPED))
        .as((value, mapper) -> mapper.writeValueAsBytes(value));
  }

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

  private static Arbitrary<Object> object(Map<String, Arbitrary<Object>> fields) {
    return object(fields, Map.of());
  }

  private record Field(String name, Object value) {}

  /** An object with some of the optional fields, all of the required, and maybe an unknown one. */
  private static Arbitrary<Object> object(
      Map<String, Arbitrary<Object>> optional, Map<String, Arbitrary<Object>> required) {
    List<Arbitrary<Optional<Field>>> fields = new ArrayList<>();
    optional.forEach(
        (name, value) ->
            fields.add(value.injectNull(0.1).map(each -> new Field(name, each)).optional(0.7)));
    required.forEach(
        (name, value) -> fields.add(value.map(each -> Optional.of(new Field(name, each)))));
    fields.add(
        Arbitraries.of(
                new Field("unknown", Map.of("Records", List.of(1, "x", Map.of()))),
                new Field("Unknown", null))
            .optional(0.3));
    return Combinators.combine(Combinators.combine(fields).as(List::copyOf), Arbitraries.longs())
        .as(RandomEvents::shuffled);
  }

  private static Object shuffled(List<Optional<Field>> fields, long seed) {
    List<Optional<Field>> order = new ArrayList<>(fields);
    Collections.shuffle(order, new Random(seed));
    Map<String, Object> object = new LinkedHashMap<>();
    order.forEach(each -> each.ifPresent(field -> object.put(field.name(), field.value())));
    return object;
  }

  private static Arbitrary<Object> map(Arbitrary<Object> value) {
    return Combinators.combine(
            string().list().uniqueElements().ofMaxSize(3), value.list().ofSize(3))
        .as(
            (names, values) -> {
              Map<String, Object> map = new LinkedHashMap<>();
              for (int i = 0; i < names.size(); i++) {
                map.put(names.get(i), values.get(i));
              }
              return map;
            });
  }

  private static Arbitrary<Object> list(Arbitrary<Object> element) {
    return element.list().ofMaxSize(3).map(list -> list);
  }

  private static Arbitrary<Object> nullable(Arbitrary<Object> value) {
    return value.injectNull(0.05);
  }

  /** Mostly a string, now and then what AWS's library takes for one. */
  private static Arbitrary<Object> text() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, string().map(text -> text)),
        Tuple.of(1, integer(Long.MIN_VALUE, Long.MAX_VALUE)),
        Tuple.of(1, Arbitraries.of(true, false, 1.5, -2e300)));
  }

  private static Arbitrary<Object> plainText() {
    return Arbitraries.oneOf(string().map(text -> text), Arbitraries.of(true, 17, -3L));
  }

  private static Arbitrary<String> string() {
    return Arbitraries.of(
            "a",
            "Z",
            "0",
            " ",
            "\"",
            "\\",
            "/",
            "\n",
            "\u0000",
            "\u001f",
            "\u007f",
            "é",
            "ß",
            "漢",
            "\u2028",
            "\ufeff",
            "😀",
            "aws:sqs",
            "null",
            "arn:aws:sqs:us-east-2:123456789012:q")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  /** Keys are URL-encoded, and both libraries refuse to decode what is not. */
  private static Arbitrary<Object> s3Key() {
    return string().map(key -> URLEncoder.encode(key, UTF_8));
  }

  private static Arbitrary<Object> base64() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(7)
        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
  }

  private static Arbitrary<Object> bool() {
    return Arbitraries.of(true, false, "true", "false", "");
  }

  private static Arbitrary<Object> integer(long min, long max) {
    return Arbitraries.longs()
        .between(min, max)
        .flatMap(number -> Arbitraries.of(number, number, number, number.toString()));
  }

  private static Arbitrary<Object> seconds() {
    return Arbitraries.longs()
        .between(-1, 4102444800000L)
        .flatMap(
            millis -> Arbitraries.of(millis / 1000.0, millis / 1000, "" + millis / 1000.0, 0, ""));
  }
}
