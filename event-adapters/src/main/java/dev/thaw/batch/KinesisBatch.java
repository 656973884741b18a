package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import dev.thaw.codec.Codec;
import dev.thaw.handler.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles the records of a Kinesis stream one by one. The first that fails ends the batch of its
 * shard and is reported: Lambda goes on from its sequence number, and so retries it and all that
 * follow, if the event source mapping has the function response type {@code
 * ReportBatchItemFailures}; if it has not, Lambda takes the batch as done.
 *
 * <p>Configured, a batch unpacks records of the Kinesis Producer Library (KPL); if one of those
 * that were packed together fails, all of them are retried.
 *
 * <p>Each failure is logged once, with the sequence number and the stack trace. A record without a
 * sequence number fails the invocation before any is handled.
 *
 * @param <P> what a record carries
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">Configuring
 *     partial batch response with Kinesis Data Streams and Lambda</a>
 */
public final class KinesisBatch<P> extends BatchSettings<KinesisBatch<P>> {
  private final PayloadReader<P> reader;
  private final int gunzip;
  private final boolean inOrderPerKey;

  private KinesisBatch(
      PayloadReader<P> reader, int gunzip, boolean inOrderPerKey, Options options) {
    super(options);
    this.reader = reader;
    this.gunzip = gunzip;
    this.inOrderPerKey = inOrderPerKey;
  }

  /**
   * Handles each record on this thread, as it is: records of the KPL are not unpacked.
   *
   * @param event null or without records is a batch of none
   * @return the first record that was not handled to its end; an empty list if all were
   */
  public static StreamsEventResponse process(
      KinesisEvent event, Invocation invocation, RecordHandler<KinesisEventRecord> handler) {
    KinesisRecords records =
        new KinesisRecords(
            KinesisRecords.userRecords(records(event), false), false, new Plain(handler));
    Outcome outcome = Engine.run(records, Options.DEFAULT, invocation);
    return StreamRecords.response(records.checkpoints(outcome));
  }

  /**
   * A batch whose records are JSON.
   *
   * @param type one that has a codec; {@code String.class} for UTF-8 text, {@code byte[].class} for
   *     the bytes as they are
   * @throws IllegalArgumentException if the type has no codec
   */
  public static <P> KinesisBatch<P> of(Class<P> type) {
    return new KinesisBatch<>(PayloadReader.of(type), 0, false, Options.DEFAULT);
  }

  /** The same with a codec at hand, as a generic type needs it. */
  public static <P> KinesisBatch<P> of(Codec<P> codec) {
    return new KinesisBatch<>(PayloadReader.of(codec), 0, false, Options.DEFAULT);
  }

  /** Uncompresses records that begin like gzip, to 16 MiB at most: see {@link #gunzip(int)}. */
  public KinesisBatch<P> gunzip() {
    return gunzip(Gunzip.DEFAULT_MAXIMUM);
  }

  /**
   * Uncompresses records that begin like gzip, such as those of CloudWatch Logs; others are left as
   * they are.
   *
   * @param maximum how many bytes a record may become; one that becomes more cannot be read
   */
  public KinesisBatch<P> gunzip(int maximum) {
    return new KinesisBatch<>(reader, Gunzip.requirePositive(maximum), inOrderPerKey, options);
  }

  /**
   * Keeps only the order of records with the same partition key, so that {@link #parallel} may
   * handle those of different keys at a time; without this a shard is one sequence, and so is a
   * batch. After a failure no later record of the shard is begun, and those before it are ended;
   * what Lambda retries from the reported record on may thus have been handled already, more often
   * than in sequence.
   */
  public KinesisBatch<P> inOrderPerKey() {
    return new KinesisBatch<>(reader, gunzip, true, options);
  }

  /**
   * Logs records whose payload cannot be read and takes them as handled. Without this such a record
   * holds up its shard until the event source mapping gives it up.
   */
  public KinesisBatch<P> dropUndecodable() {
    return with(options.droppingUndecodable());
  }

  /**
   * Handles each payload.
   *
   * @param event null or without records is a batch of none
   * @param handler gets a payload and the record that it came in
   * @return the first record that was not handled to its end; an empty list if all were
   * @throws BatchFailedException if all have failed and {@link #failWhenAllFailed} is set
   */
  public StreamsEventResponse process(
      KinesisEvent event, Invocation invocation, PayloadHandler<P, UserRecord> handler) {
    return StreamRecords.response(run(event, invocation, handler, options));
  }

  /**
   * Adds the records of a tumbling window to its state, on this thread and in order. The state that
   * is returned to Lambda holds what was handled before the record that is reported, and nothing of
   * that record.
   *
   * @param handler gets a payload, the record that it came in, and the state
   * @param end called if this is the window's last invocation and all its records were handled
   * @return the state, which Lambda allows 1 MB, and the first record that was not handled
   * @throws Exception what {@code end} throws
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">Implementing
   *     stateful Kinesis Data Streams processing in Lambda</a>
   */
  public TimeWindowEventResponse window(
      KinesisTimeWindowEvent event,
      Invocation invocation,
      WindowHandler<P, UserRecord> handler,
      WindowEnd<KinesisTimeWindowEvent> end)
      throws Exception {
    WindowState<P, UserRecord> state = new WindowState<>(event.getState(), handler);
    List<String> checkpoints = run(event, invocation, new Adding<>(state), options.withParallel(1));
    TimeWindowEventResponse response = state.response(checkpoints);
    if (checkpoints.isEmpty() && Boolean.TRUE.equals(event.getIsFinalInvokeForWindow())) {
      end.end(response.getState(), event);
    }
    return response;
  }

  private List<String> run(
      KinesisEvent event,
      Invocation invocation,
      PayloadHandler<P, UserRecord> handler,
      Options changed) {
    KinesisRecords records =
        new KinesisRecords(
            KinesisRecords.userRecords(records(event), true),
            inOrderPerKey,
            new Payloads<>(reader, gunzip, handler));
    return records.checkpoints(Engine.run(records, changed, invocation));
  }

  private static @Nullable List<KinesisEventRecord> records(@Nullable KinesisEvent event) {
    return event == null ? null : event.getRecords();
  }

  @Override
  KinesisBatch<P> with(Options changed) {
    return new KinesisBatch<>(reader, gunzip, inOrderPerKey, changed);
  }

  private record Plain(RecordHandler<KinesisEventRecord> handler)
      implements RecordHandler<UserRecord> {
    @Override
    public void handle(UserRecord record) throws Exception {
      handler.handle(record.record());
    }
  }

  private record Payloads<P>(
      PayloadReader<P> reader, int gunzip, PayloadHandler<P, UserRecord> handler)
      implements RecordHandler<UserRecord> {
    @Override
    public void handle(UserRecord record) throws Exception {
      P payload;
      try {
        payload = reader.read(Gunzip.open(record.data(), gunzip));
      } catch (RuntimeException e) {
        throw UndecodableException.of(e);
      }
      handler.handle(payload, record);
    }
  }

  private record Adding<P>(WindowState<P, UserRecord> state)
      implements PayloadHandler<P, UserRecord> {
    @Override
    public void handle(P payload, UserRecord record) throws Exception {
      state.add(record.sequenceNumber(), payload, record);
    }
  }
}
