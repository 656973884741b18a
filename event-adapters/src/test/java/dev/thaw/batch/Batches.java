package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent.KafkaEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events with the identifiers that AWS gives them. */
final class Batches {
  static final String STANDARD = "arn:aws:sqs:eu-west-1:123456789012:orders";
  static final String FIFO = STANDARD + ".fifo";

  private Batches() {}

  static SQSMessage message(String id, String body) {
    return message(id, body, STANDARD, null);
  }

  static SQSMessage message(String id, String body, String arn, @Nullable String group) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setEventSourceArn(arn);
    message.setEventSource("aws:sqs");
    Map<String, String> attributes = new HashMap<>(Map.of("ApproximateReceiveCount", "1"));
    if (group != null) {
      attributes.put("MessageGroupId", group);
    }
    message.setAttributes(attributes);
    return message;
  }

  static SQSEvent sqs(SQSMessage... messages) {
    return sqs(List.of(messages));
  }

  static SQSEvent sqs(List<SQSMessage> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  /** A batch of a standard queue with these bodies, of which each is its own identifier too. */
  static SQSEvent bodies(String... bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      messages.add(message(body, body));
    }
    return sqs(messages);
  }

  /** A batch of a FIFO queue: {@code a1} is the body, the identifier, and of group {@code a}. */
  static SQSEvent groups(String arn, String... bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      messages.add(message(body, body, arn, body.substring(0, 1)));
    }
    return sqs(messages);
  }

  static List<String> failed(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  static List<String> failed(StreamsEventResponse response) {
    return response.getBatchItemFailures().stream()
        .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  static KinesisEventRecord kinesisRecord(String key, String sequenceNumber, byte[] data) {
    KinesisEvent.Record record = new KinesisEvent.Record();
    record.setPartitionKey(key);
    record.setSequenceNumber(sequenceNumber);
    record.setData(ByteBuffer.wrap(data));
    KinesisEventRecord event = new KinesisEventRecord();
    event.setKinesis(record);
    event.setEventID("shardId-000000000006:" + sequenceNumber);
    return event;
  }

  static KinesisEvent kinesis(KinesisEventRecord... records) {
    KinesisEvent event = new KinesisEvent();
    event.setRecords(List.of(records));
    return event;
  }

  /** A batch of a shard: {@code a1} is the data, and of partition key {@code a}. */
  static KinesisEvent shard(String... data) {
    KinesisEventRecord[] records = new KinesisEventRecord[data.length];
    for (int i = 0; i < data.length; i++) {
      records[i] = kinesisRecord(data[i].substring(0, 1), sequence(i), utf8(data[i]));
    }
    return kinesis(records);
  }

  /** As long as those of Kinesis, and ascending. */
  static String sequence(int index) {
    return "4959033827149025660855969253836157109592157598913658" + (1000 + index);
  }

  /** A batch of changes of these items. */
  static DynamodbEvent items(String... ids) {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      StreamRecord change = new StreamRecord();
      change.setKeys(Map.of("id", new AttributeValue(ids[i])));
      change.setSequenceNumber(sequence(i));
      DynamodbStreamRecord record = new DynamodbStreamRecord();
      record.setDynamodb(change);
      record.setEventName("MODIFY");
      records.add(record);
    }
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  /** A batch of Kafka partitions: {@code orders-0:a1} is the value {@code a1} of key {@code a}. */
  static KafkaEvent kafka(String... records) {
    Map<String, List<KafkaEventRecord>> partitions = new LinkedHashMap<>();
    for (String record : records) {
      String partition = record.substring(0, record.indexOf(':'));
      String value = record.substring(record.indexOf(':') + 1);
      List<KafkaEventRecord> list = partitions.computeIfAbsent(partition, _ -> new ArrayList<>());
      int hyphen = partition.lastIndexOf('-');
      list.add(
          KafkaEventRecord.builder()
              .withTopic(partition.substring(0, hyphen))
              .withPartition(Integer.parseInt(partition.substring(hyphen + 1)))
              .withOffset(100 + list.size())
              .withKey(base64(value.substring(0, 1)))
              .withValue(base64(value))
              .build());
    }
    return KafkaEvent.builder().withRecords(partitions).build();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(utf8(text));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
