package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent.KafkaEventRecord;
import dev.thaw.events.KafkaBatchResponse;
import dev.thaw.events.KafkaBatchResponse.BatchItemFailure;
import dev.thaw.events.KafkaBatchResponse.ItemIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a Kafka event, in order in each partition of each topic. */
final class KafkaRecords extends Records {
  private final List<String> partitions;
  private final List<KafkaRecord> records;
  private final boolean inOrderPerKey;
  private final RecordHandler<KafkaRecord> handler;

  /** What keeps an order of its own: a key in a partition. */
  private record Lane(String partition, String key) {}

  private KafkaRecords(
      List<String> partitions,
      List<KafkaRecord> records,
      boolean inOrderPerKey,
      RecordHandler<KafkaRecord> handler) {
    super(records.size());
    this.partitions = partitions;
    this.records = records;
    this.inOrderPerKey = inOrderPerKey;
    this.handler = handler;
  }

  static KafkaRecords of(
      @Nullable KafkaEvent event, boolean inOrderPerKey, RecordHandler<KafkaRecord> handler) {
    Map<String, List<KafkaEventRecord>> lists = event == null ? null : event.getRecords();
    List<String> partitions = new ArrayList<>();
    List<KafkaRecord> records = new ArrayList<>();
    if (lists != null) {
      for (Map.Entry<String, List<KafkaEventRecord>> list : lists.entrySet()) {
        for (KafkaEventRecord record : list.getValue()) {
          partitions.add(list.getKey());
          records.add(new KafkaRecord(record));
        }
      }
    }
    return new KafkaRecords(partitions, records, inOrderPerKey, handler);
  }

  @Override
  String kind() {
    return "Kafka record";
  }

  @Override
  String id(int index) {
    return partitions.get(index) + " at " + records.get(index).offset();
  }

  @Override
  @Nullable Object lane(int index) {
    String partition = partitions.get(index);
    if (!inOrderPerKey) {
      return partition;
    }
    String key = records.get(index).record().getKey();
    return key == null ? null : new Lane(partition, key);
  }

  @Override
  Object line(int index) {
    return partitions.get(index);
  }

  @Override
  void handle(int index) throws Exception {
    handler.handle(records.get(index));
  }

  /** For each partition the first record that was not handled. */
  KafkaBatchResponse response(Outcome outcome) {
    List<BatchItemFailure> failures = new ArrayList<>();
    Set<String> reported = new HashSet<>();
    for (int i = outcome.nextFailure(0); i >= 0; i = outcome.nextFailure(i + 1)) {
      String partition = partitions.get(i);
      if (reported.add(partition)) {
        failures.add(new BatchItemFailure(new ItemIdentifier(partition, records.get(i).offset())));
      }
    }
    return new KafkaBatchResponse(failures);
  }
}
