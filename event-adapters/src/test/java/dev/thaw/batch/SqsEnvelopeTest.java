package dev.thaw.batch;

import static dev.thaw.batch.Batches.failed;
import static dev.thaw.batch.Batches.message;
import static dev.thaw.batch.Batches.sqs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that SNS, S3 and EventBridge send to a queue, as AWS documents them. */
class SqsEnvelopeTest {
  private static final String ORDER = "{\"id\":\"x\",\"total\":3}";

  /** The example of docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html, shortened. */
  private static String sns(String message) {
    JsonWriter out = new JsonWriter();
    out.value(message);
    String quoted = new String(out.toByteArray(), StandardCharsets.UTF_8);
    return """
        {
          "Type" : "Notification",
          "MessageId" : "63a3f6b6-d533-4a47-aef9-fcf5cf758c76",
          "TopicArn" : "arn:aws:sns:us-west-2:123456789012:MyTopic",
          "Subject" : null,
          "Message" : %s,
          "Timestamp" : "2012-03-29T05:12:16.901Z",
          "SignatureVersion" : "1",
          "MessageAttributes" : { "kind" : { "Type" : "String", "Value" : "order" } }
        }"""
        .formatted(quoted);
  }

  private static String s3(String... keys) {
    List<String> records = new ArrayList<>();
    for (String key : keys) {
      records.add(
          """
          {"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",
           "eventTime":"1970-01-01T00:00:00.000Z","eventName":"ObjectCreated:Put",
           "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"amzn-s3-demo-bucket"},
           "object":{"key":"%s","size":1024,"sequencer":"0055AED6DCD90281E5"}}}"""
              .formatted(key));
    }
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  /** From docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html. */
  private static final String TEST_EVENT =
      """
      {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2014-10-13T15:57:02.089Z",
       "Bucket":"amzn-s3-demo-bucket","RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5"}""";

  private static String eventBridge(String detail) {
    return """
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703467718","detail-type":"Order Placed",
         "source":"shop","account":"111122223333","time":"2017-12-22T18:43:48Z",
         "region":"us-west-1","resources":[],"detail":%s}"""
        .formatted(detail);
  }

  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();

  private List<Order> orders(SqsBatch<Order> batch, String body) {
    List<Order> orders = new ArrayList<>();
    List<String> failures =
        failed(
            batch.process(
                sqs(message("1", body)),
                invocation,
                (order, message) -> {
                  assertThat(message.getMessageId()).isEqualTo("1");
                  orders.add(order);
                }));
    assertThat(failures).as("%s", log.records()).isEmpty();
    return orders;
  }

  @Test
  void snsWithAndWithoutRawDelivery() {
    SqsBatch<Order> batch = SqsBatch.of(Order.class).fromSns();

    assertThat(orders(batch, sns(ORDER))).containsExactly(new Order("x", 3));
    assertThat(orders(batch, ORDER)).containsExactly(new Order("x", 3));
  }

  @Test
  void textFromSns() {
    List<String> texts = new ArrayList<>();
    String looksAlike = "{\"Type\":\"Notification\",\"Message\":\"of my own\"}";

    SqsBatch.of(String.class)
        .fromSns()
        .process(
            sqs(
                message("1", sns("Hello \"world\"!")),
                message("2", "raw"),
                message("3", "[1]"),
                message("4", looksAlike),
                message("5", sns("") + "{")),
            invocation,
            (text, _) -> texts.add(text));

    assertThat(texts).containsExactly("Hello \"world\"!", "raw", "[1]", looksAlike, sns("") + "{");
  }

  @Test
  void eventBridgeDirectlyAndBySns() {
    SqsBatch<Order> batch = SqsBatch.of(Order.class).fromEventBridge();

    assertThat(orders(batch, eventBridge(ORDER))).containsExactly(new Order("x", 3));
    assertThat(orders(batch, sns(eventBridge(ORDER)))).containsExactly(new Order("x", 3));
    assertThat(orders(batch.fromSns(), eventBridge(ORDER))).containsExactly(new Order("x", 3));
  }

  @Test
  void whatIsNoEventOfEventBridgeFails() {
    assertThat(
            failed(
                SqsBatch.of(Order.class)
                    .fromEventBridge()
                    .process(
                        sqs(
                            message("1", ORDER),
                            message("2", "text"),
                            message("3", eventBridge("null")),
                            message("4", eventBridge(ORDER) + "]")),
                        invocation,
                        (_, _) -> {})))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void s3DirectlyAndBySns() {
    List<String> keys = new ArrayList<>();

    List<String> failures =
        failed(
            SqsBatch.fromS3()
                .process(
                    sqs(
                        message("1", s3("a+b%C3%A9", "c")),
                        message("2", sns(s3("d"))),
                        message("3", TEST_EVENT),
                        message("4", sns(TEST_EVENT)),
                        message("5", s3())),
                    invocation,
                    (record, _) -> keys.add(record.getS3().getObject().getUrlDecodedKey())));

    assertThat(failures).isEmpty();
    assertThat(keys).containsExactly("a bé", "c", "d");
  }

  @Test
  void aMessageFailsIfOneOfItsRecordsDoes() {
    List<String> keys = new ArrayList<>();

    List<String> failures =
        failed(
            SqsBatch.fromS3()
                .process(
                    sqs(message("1", s3("a", "b", "c")), message("2", s3("d"))),
                    invocation,
                    (record, _) -> {
                      keys.add(record.getS3().getObject().getKey());
                      if (record.getS3().getObject().getKey().equals("b")) {
                        throw new IllegalStateException();
                      }
                    }));

    assertThat(failures).containsExactly("1");
    assertThat(keys).containsExactly("a", "b", "d");
  }

  @Test
  void whatIsNoNotificationOfS3Fails() {
    assertThat(
            failed(
                SqsBatch.fromS3()
                    .process(
                        sqs(
                            message("1", ORDER),
                            message("2", "{\"Event\":\"s3:Other\"}"),
                            message("3", "{\"Records\":")),
                        invocation,
                        (_, _) -> {})))
        .containsExactly("1", "2", "3");
    assertThatThrownBy(() -> SqsBatch.fromS3().fromEventBridge())
        .isInstanceOf(IllegalStateException.class);
  }
}
