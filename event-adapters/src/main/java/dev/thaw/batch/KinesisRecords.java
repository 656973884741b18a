package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a Kinesis event. */
final class KinesisRecords extends StreamRecords {
  private final List<UserRecord> records;
  private final RecordHandler<UserRecord> handler;

  KinesisRecords(
      List<UserRecord> records, boolean inOrderPerKey, RecordHandler<UserRecord> handler) {
    super(records.size(), inOrderPerKey);
    this.records = records;
    this.handler = handler;
  }

  /**
   * What producers put into the records of an event.
   *
   * @param deaggregate whether to unpack those of the KPL
   * @throws IllegalArgumentException if one has no sequence number, by which to report its failure
   */
  static List<UserRecord> userRecords(
      @Nullable List<KinesisEventRecord> records, boolean deaggregate) {
    if (records == null) {
      return List.of();
    }
    List<UserRecord> found = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      KinesisEventRecord record = records.get(i);
      SqsRecords.requireIdentifier(
          record.getKinesis().getSequenceNumber(), "kinesis.sequenceNumber", i);
      UserRecord plain = UserRecord.of(record);
      if (deaggregate && AggregatedRecord.looksLike(plain.data())) {
        AggregatedRecord.addTo(found, plain);
      } else {
        found.add(plain);
      }
    }
    return found;
  }

  @Override
  String kind() {
    return "Kinesis record";
  }

  @Override
  String sequenceNumber(int index) {
    return records.get(index).sequenceNumber();
  }

  /** The first part of the event id, {@code shardId-000000000006:49590…}. */
  @Override
  Object shard(int index) {
    String id = records.get(index).record().getEventID();
    int colon = id == null ? -1 : id.indexOf(':');
    return colon < 0 ? "" : id.substring(0, colon);
  }

  @Override
  Object key(int index) {
    return records.get(index).partitionKey();
  }

  @Override
  void handle(int index) throws Exception {
    handler.handle(records.get(index));
  }
}
