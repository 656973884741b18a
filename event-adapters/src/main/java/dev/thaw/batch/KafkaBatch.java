package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import dev.thaw.codec.Codec;
import dev.thaw.events.KafkaBatchResponse;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Handles the records of Kafka topics one by one. The first that fails ends the batch of its
 * partition and is reported by partition and offset, so that Lambda retries it and those that
 * follow; other partitions go on. The event source mapping needs the function response type {@code
 * ReportBatchItemFailures}; if it has not, Lambda takes the batch as done.
 *
 * <p>Each failure is logged once, with partition, offset and the stack trace.
 *
 * @param <P> what a record carries
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html">Configuring
 *     error handling controls for Kafka event sources</a>
 */
public final class KafkaBatch<P> extends BatchSettings<KafkaBatch<P>> {
  private final PayloadReader<P> reader;
  private final boolean inOrderPerKey;

  private KafkaBatch(PayloadReader<P> reader, boolean inOrderPerKey, Options options) {
    super(options);
    this.reader = reader;
    this.inOrderPerKey = inOrderPerKey;
  }

  /**
   * Handles each record on this thread.
   *
   * @param event null or without records is a batch of none
   * @return for each partition the first record that was not handled to its end; an empty list if
   *     all were
   */
  public static KafkaBatchResponse process(
      KafkaEvent event, Invocation invocation, RecordHandler<KafkaRecord> handler) {
    KafkaRecords records = KafkaRecords.of(event, false, handler);
    return records.response(Engine.run(records, Options.DEFAULT, invocation));
  }

  /**
   * A batch whose records have a value of JSON.
   *
   * @param type one that has a codec; {@code String.class} for UTF-8 text, {@code byte[].class} for
   *     the bytes as they are
   * @throws IllegalArgumentException if the type has no codec
   */
  public static <P> KafkaBatch<P> of(Class<P> type) {
    return new KafkaBatch<>(PayloadReader.of(type), false, Options.DEFAULT);
  }

  /** The same with a codec at hand, as a generic type needs it. */
  public static <P> KafkaBatch<P> of(Codec<P> codec) {
    return new KafkaBatch<>(PayloadReader.of(codec), false, Options.DEFAULT);
  }

  /**
   * Keeps only the order of records with the same key in a partition, so that {@link #parallel} may
   * handle those of different keys, and those without a key, at a time; without this it handles
   * only different partitions at a time. What Lambda retries from the reported record on may then
   * have been handled already, more often than in sequence.
   */
  public KafkaBatch<P> inOrderPerKey() {
    return new KafkaBatch<>(reader, true, options);
  }

  /**
   * Logs records whose value cannot be read and takes them as handled. Without this such a record
   * holds up its partition until the event source mapping gives it up.
   */
  public KafkaBatch<P> dropUndecodable() {
    return with(options.droppingUndecodable());
  }

  /**
   * Handles each value.
   *
   * @param event null or without records is a batch of none
   * @param handler gets a value, null for a tombstone, and the record that it came in
   * @return for each partition the first record that was not handled to its end; an empty list if
   *     all were
   * @throws BatchFailedException if all have failed and {@link #failWhenAllFailed} is set
   */
  public KafkaBatchResponse process(
      KafkaEvent event, Invocation invocation, PayloadHandler<@Nullable P, KafkaRecord> handler) {
    KafkaRecords records = KafkaRecords.of(event, inOrderPerKey, new Payloads<>(reader, handler));
    return records.response(Engine.run(records, options, invocation));
  }

  @Override
  KafkaBatch<P> with(Options changed) {
    return new KafkaBatch<>(reader, inOrderPerKey, changed);
  }

  private record Payloads<P>(
      PayloadReader<P> reader, PayloadHandler<@Nullable P, KafkaRecord> handler)
      implements RecordHandler<KafkaRecord> {
    @Override
    public void handle(KafkaRecord record) throws Exception {
      P payload;
      try {
        byte[] value = record.value();
        payload = value == null ? null : reader.read(value);
      } catch (RuntimeException e) {
        throw UndecodableException.of(e);
      }
      handler.handle(payload, record);
    }
  }
}
