package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KafkaEvent.KafkaEventRecord;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of a Kafka topic, whose key and value the event holds as base64. */
public final class KafkaRecord {
  private final KafkaEventRecord record;

  KafkaRecord(KafkaEventRecord record) {
    this.record = record;
  }

  /** The record as the event holds it. */
  public KafkaEventRecord record() {
    return record;
  }

  /** The topic. */
  public String topic() {
    return record.getTopic();
  }

  /** The number of the topic's partition. */
  public int partition() {
    return record.getPartition();
  }

  /** Where the record stands in its partition. */
  public long offset() {
    return record.getOffset();
  }

  /**
   * The bytes of the key.
   *
   * @return null for a record without a key
   * @throws IllegalArgumentException if the event does not hold base64
   */
  public byte @Nullable [] key() {
    return decode(record.getKey());
  }

  /**
   * The bytes of the value.
   *
   * @return null for a record without a value, the tombstone by which a key is deleted
   * @throws IllegalArgumentException if the event does not hold base64
   */
  public byte @Nullable [] value() {
    return decode(record.getValue());
  }

  /**
   * The bytes of the last header of that name, the one that counts where there are several.
   *
   * @return null if there is none
   */
  public byte @Nullable [] header(String name) {
    List<Map<String, byte[]>> headers = record.getHeaders();
    if (headers != null) {
      for (int i = headers.size() - 1; i >= 0; i--) {
        byte[] value = headers.get(i).get(name);
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  private static byte @Nullable [] decode(@Nullable String base64) {
    return base64 == null ? null : Base64.getDecoder().decode(base64);
  }
}
