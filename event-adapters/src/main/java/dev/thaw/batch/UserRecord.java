package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a producer put into a Kinesis stream: a record of the stream, or one of those that the
 * Kinesis Producer Library (KPL) has packed into one.
 */
public final class UserRecord {
  private final KinesisEventRecord record;
  private final String partitionKey;
  private final @Nullable String explicitHashKey;
  private final int subSequenceNumber;
  private final byte[] data;

  UserRecord(
      KinesisEventRecord record,
      String partitionKey,
      @Nullable String explicitHashKey,
      int subSequenceNumber,
      byte[] data) {
    this.record = record;
    this.partitionKey = partitionKey;
    this.explicitHashKey = explicitHashKey;
    this.subSequenceNumber = subSequenceNumber;
    this.data = data;
  }

  /** A record that is not aggregated. */
  static UserRecord of(KinesisEventRecord record) {
    String key = record.getKinesis().getPartitionKey();
    return new UserRecord(record, key == null ? "" : key, null, 0, data(record));
  }

  /** The bytes of a record of the stream. */
  static byte[] data(KinesisEventRecord record) {
    ByteBuffer buffer = record.getKinesis().getData();
    if (buffer == null) {
      return new byte[0];
    }
    ByteBuffer view = buffer.duplicate(); // the position of the event's own stays
    byte[] data = new byte[view.remaining()];
    view.get(data);
    return data;
  }

  /** The record of the stream that this is, or that it was packed into. */
  public KinesisEventRecord record() {
    return record;
  }

  /** The partition key that the producer gave. */
  public String partitionKey() {
    return partitionKey;
  }

  /** The explicit hash key that the producer gave; null without one, or if it is not known. */
  public @Nullable String explicitHashKey() {
    return explicitHashKey;
  }

  /** The sequence number in the stream, which all records share that were packed into one. */
  public String sequenceNumber() {
    return record.getKinesis().getSequenceNumber();
  }

  /** Which one it is of those that were packed into one, from 0 on. */
  public int subSequenceNumber() {
    return subSequenceNumber;
  }

  /** The bytes that the producer gave; not a copy. */
  public byte[] data() {
    return data;
  }
}
