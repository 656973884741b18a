package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.List;

/** The records of a DynamoDB event. */
final class DynamodbRecords extends StreamRecords {
  private final List<DynamodbStreamRecord> records;
  private final RecordHandler<DynamodbStreamRecord> handler;

  /**
   * The records with their handler.
   *
   * @throws IllegalArgumentException if one has no sequence number, by which to report its failure
   */
  DynamodbRecords(
      List<DynamodbStreamRecord> records,
      boolean inOrderPerKey,
      RecordHandler<DynamodbStreamRecord> handler) {
    super(records.size(), inOrderPerKey);
    this.records = records;
    this.handler = handler;
    for (int i = 0; i < records.size(); i++) {
      SqsRecords.requireIdentifier(sequenceNumber(i), "dynamodb.SequenceNumber", i);
    }
  }

  @Override
  String kind() {
    return "DynamoDB record";
  }

  @Override
  String sequenceNumber(int index) {
    return records.get(index).getDynamodb().getSequenceNumber();
  }

  /** A batch is of one shard, and its records do not say which. */
  @Override
  Object shard(int index) {
    return "";
  }

  @Override
  Object key(int index) {
    Object keys = records.get(index).getDynamodb().getKeys();
    return keys == null ? "" : keys;
  }

  @Override
  void handle(int index) throws Exception {
    handler.handle(records.get(index));
  }
}
