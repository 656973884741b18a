package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import dev.thaw.codec.Codec;
import dev.thaw.handler.Invocation;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transforms the records of an Amazon Data Firehose stream, and answers each: {@code Ok} with the
 * bytes that the handler returns, {@code Dropped} if it returns null, {@code ProcessingFailed} if
 * it throws. A response is 6 MB at most, in base64: records that do not fit have failed too.
 *
 * <p>Firehose does not try failed records again, it delivers them, as they came, to the error
 * output of the stream's bucket. Each failure is logged once, with the record's identifier and the
 * stack trace.
 *
 * @param <P> what a record carries
 * @see <a
 *     href="https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html">Required
 *     parameters for data transformation</a>
 */
public final class FirehoseTransform<P> extends BatchSettings<FirehoseTransform<P>> {
  private final PayloadReader<P> reader;
  private final int gunzip;

  private FirehoseTransform(PayloadReader<P> reader, int gunzip, Options options) {
    super(options);
    this.reader = reader;
    this.gunzip = gunzip;
  }

  /**
   * Transforms each record on this thread.
   *
   * @param handler gets a record and returns its new bytes, or null to drop it
   */
  public static KinesisAnalyticsInputPreprocessingResponse process(
      KinesisFirehoseEvent event,
      Invocation invocation,
      RecordFunction<KinesisFirehoseEvent.Record, byte @Nullable []> handler) {
    return run(event, invocation, handler, Options.DEFAULT);
  }

  /**
   * A transformation of records that are JSON.
   *
   * @param type one that has a codec; {@code String.class} for UTF-8 text, {@code byte[].class} for
   *     the bytes as they are
   * @throws IllegalArgumentException if the type has no codec
   */
  public static <P> FirehoseTransform<P> of(Class<P> type) {
    return new FirehoseTransform<>(PayloadReader.of(type), 0, Options.DEFAULT);
  }

  /** The same with a codec at hand, as a generic type needs it. */
  public static <P> FirehoseTransform<P> of(Codec<P> codec) {
    return new FirehoseTransform<>(PayloadReader.of(codec), 0, Options.DEFAULT);
  }

  /** Uncompresses records that begin like gzip, to 16 MiB at most: see {@link #gunzip(int)}. */
  public FirehoseTransform<P> gunzip() {
    return gunzip(Gunzip.DEFAULT_MAXIMUM);
  }

  /**
   * Uncompresses records that begin like gzip, such as those of CloudWatch Logs; others are left as
   * they are.
   *
   * @param maximum how many bytes a record may become; one that becomes more cannot be read
   */
  public FirehoseTransform<P> gunzip(int maximum) {
    return new FirehoseTransform<>(reader, Gunzip.requirePositive(maximum), options);
  }

  /** Logs records whose payload cannot be read and drops them. Without this they fail. */
  public FirehoseTransform<P> dropUndecodable() {
    return with(options.droppingUndecodable());
  }

  /**
   * Transforms each payload.
   *
   * @param handler gets a payload and the record that it came in, and returns the record's new
   *     bytes, or null to drop it
   * @throws BatchFailedException if all have failed and {@link #failWhenAllFailed} is set; Firehose
   *     tries a failed invocation again
   */
  public KinesisAnalyticsInputPreprocessingResponse process(
      KinesisFirehoseEvent event,
      Invocation invocation,
      PayloadFunction<P, KinesisFirehoseEvent.Record, byte @Nullable []> handler) {
    return run(event, invocation, new Payloads<>(reader, gunzip, handler), options);
  }

  private static KinesisAnalyticsInputPreprocessingResponse run(
      @Nullable KinesisFirehoseEvent event,
      Invocation invocation,
      RecordFunction<KinesisFirehoseEvent.Record, byte @Nullable []> handler,
      Options options) {
    List<KinesisFirehoseEvent.Record> list = event == null ? null : event.getRecords();
    FirehoseRecords records = new FirehoseRecords(list == null ? List.of() : list, handler);
    Outcome outcome = Engine.run(records, options, invocation);
    return records.response(outcome, new FailureLog(invocation.getLogger(), records));
  }

  @Override
  FirehoseTransform<P> with(Options changed) {
    return new FirehoseTransform<>(reader, gunzip, changed);
  }

  private record Payloads<P>(
      PayloadReader<P> reader,
      int gunzip,
      PayloadFunction<P, KinesisFirehoseEvent.Record, byte @Nullable []> handler)
      implements RecordFunction<KinesisFirehoseEvent.Record, byte @Nullable []> {
    @Override
    public byte @Nullable [] apply(KinesisFirehoseEvent.Record record) throws Exception {
      P payload;
      try {
        ByteBuffer view = record.getData().duplicate(); // the position of the event's own stays
        byte[] data = new byte[view.remaining()];
        view.get(data);
        payload = reader.read(Gunzip.open(data, gunzip));
      } catch (RuntimeException e) {
        throw UndecodableException.of(e);
      }
      return handler.apply(payload, record);
    }
  }
}
