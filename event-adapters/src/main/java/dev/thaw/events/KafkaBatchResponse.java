package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.List;

/**
 * The partial batch response of a function that Amazon MSK or a self-managed Apache Kafka invokes
 * with AWS's {@code KafkaEvent}. Unlike those of queues and streams, its identifiers are objects,
 * which AWS's {@code StreamsEventResponse} cannot hold. Lambda heeds it only if the event source
 * mapping has the function response type {@code ReportBatchItemFailures}, and otherwise takes the
 * batch as done.
 *
 * @param batchItemFailures the records that failed; empty if all were processed
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html">Configuring
 *     error handling controls for Kafka event sources</a>
 */
@GenerateCodec
public record KafkaBatchResponse(List<BatchItemFailure> batchItemFailures) {

  /**
   * A record that failed.
   *
   * @param itemIdentifier which
   */
  public record BatchItemFailure(ItemIdentifier itemIdentifier) {

    /** The same for a topic's partition by its number. */
    public static BatchItemFailure of(String topic, int partition, long offset) {
      return new BatchItemFailure(ItemIdentifier.of(topic, partition, offset));
    }
  }

  /**
   * Where a record stands.
   *
   * @param partition topic and number of the partition, joined by a hyphen: {@code orders-0}. This
   *     is the key under which the event lists the records of the partition
   * @param offset the record's offset in it
   */
  public record ItemIdentifier(String partition, long offset) {

    /** The same for a topic's partition by its number. */
    public static ItemIdentifier of(String topic, int partition, long offset) {
      return new ItemIdentifier(topic + "-" + partition, offset);
    }
  }
}
