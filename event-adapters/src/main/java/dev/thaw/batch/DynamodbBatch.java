package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.DynamodbTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.thaw.handler.Invocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles the records of a DynamoDB stream one by one. The first that fails ends the batch and is
 * reported: Lambda goes on from its sequence number, and so retries it and all that follow, if the
 * event source mapping has the function response type {@code ReportBatchItemFailures}; if it has
 * not, Lambda takes the batch as done.
 *
 * <p>Each failure is logged once, with the sequence number and the stack trace. A record without a
 * sequence number fails the invocation before any is handled.
 *
 * @param <P> what is made of a record before it is handled
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">Configuring
 *     partial batch response with DynamoDB and Lambda</a>
 */
public final class DynamodbBatch<P> extends BatchSettings<DynamodbBatch<P>> {
  private final RecordFunction<DynamodbStreamRecord, P> reader;
  private final boolean inOrderPerKey;

  private DynamodbBatch(
      RecordFunction<DynamodbStreamRecord, P> reader, boolean inOrderPerKey, Options options) {
    super(options);
    this.reader = reader;
    this.inOrderPerKey = inOrderPerKey;
  }

  /**
   * Handles each record on this thread.
   *
   * @param event null or without records is a batch of none
   * @return the first record that was not handled to its end; an empty list if all were
   */
  public static StreamsEventResponse process(
      DynamodbEvent event, Invocation invocation, RecordHandler<DynamodbStreamRecord> handler) {
    DynamodbRecords records = new DynamodbRecords(records(event), false, handler);
    Outcome outcome = Engine.run(records, Options.DEFAULT, invocation);
    return StreamRecords.response(records.checkpoints(outcome));
  }

  /**
   * A batch of which each record is made a value first.
   *
   * @param reader what makes it one, for instance of the item's new image
   */
  public static <P> DynamodbBatch<P> of(RecordFunction<DynamodbStreamRecord, P> reader) {
    return new DynamodbBatch<>(reader, false, Options.DEFAULT);
  }

  /** A batch whose handler gets the key of the changed item beside the record. */
  public static DynamodbBatch<Map<String, AttributeValue>> ofKeys() {
    return of(new Keys());
  }

  /**
   * Keeps only the order of records of the same item, so that {@link #parallel} may handle those of
   * different items at a time; without this a batch is one sequence. After a failure no later
   * record is begun, and those before it are ended; what Lambda retries from the reported record on
   * may thus have been handled already, more often than in sequence.
   */
  public DynamodbBatch<P> inOrderPerKey() {
    return new DynamodbBatch<>(reader, true, options);
  }

  /**
   * Logs records of which no value can be made and takes them as handled. Without this such a
   * record holds up its shard until the event source mapping gives it up.
   */
  public DynamodbBatch<P> dropUndecodable() {
    return with(options.droppingUndecodable());
  }

  /**
   * Handles each record.
   *
   * @param event null or without records is a batch of none
   * @param handler gets what was made of a record, and the record
   * @return the first record that was not handled to its end; an empty list if all were
   * @throws BatchFailedException if all have failed and {@link #failWhenAllFailed} is set
   */
  public StreamsEventResponse process(
      DynamodbEvent event, Invocation invocation, PayloadHandler<P, DynamodbStreamRecord> handler) {
    return StreamRecords.response(run(event, invocation, handler, options));
  }

  /**
   * Adds the records of a tumbling window to its state, on this thread and in order. The state that
   * is returned to Lambda holds what was handled before the record that is reported, and nothing of
   * that record.
   *
   * @param handler gets what was made of a record, the record, and the state
   * @param end called if this is the window's last invocation and all its records were handled
   * @return the state, which Lambda allows 1 MB, and the first record that was not handled
   * @throws Exception what {@code end} throws
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">Stateful
   *     processing of DynamoDB streams in Lambda</a>
   */
  public TimeWindowEventResponse window(
      DynamodbTimeWindowEvent event,
      Invocation invocation,
      WindowHandler<P, DynamodbStreamRecord> handler,
      WindowEnd<DynamodbTimeWindowEvent> end)
      throws Exception {
    WindowState<P, DynamodbStreamRecord> state = new WindowState<>(event.getState(), handler);
    List<String> checkpoints = run(event, invocation, new Adding<>(state), options.withParallel(1));
    TimeWindowEventResponse response = state.response(checkpoints);
    if (checkpoints.isEmpty() && Boolean.TRUE.equals(event.getIsFinalInvokeForWindow())) {
      end.end(response.getState(), event);
    }
    return response;
  }

  private List<String> run(
      DynamodbEvent event,
      Invocation invocation,
      PayloadHandler<P, DynamodbStreamRecord> handler,
      Options changed) {
    DynamodbRecords records =
        new DynamodbRecords(records(event), inOrderPerKey, new Payloads<>(reader, handler));
    return records.checkpoints(Engine.run(records, changed, invocation));
  }

  private static List<DynamodbStreamRecord> records(@Nullable DynamodbEvent event) {
    List<DynamodbStreamRecord> records = event == null ? null : event.getRecords();
    return records == null ? List.of() : records;
  }

  @Override
  DynamodbBatch<P> with(Options changed) {
    return new DynamodbBatch<>(reader, inOrderPerKey, changed);
  }

  private record Keys()
      implements RecordFunction<DynamodbStreamRecord, Map<String, AttributeValue>> {
    @Override
    public Map<String, AttributeValue> apply(DynamodbStreamRecord record) {
      return record.getDynamodb().getKeys();
    }
  }

  private record Payloads<P>(
      RecordFunction<DynamodbStreamRecord, P> reader,
      PayloadHandler<P, DynamodbStreamRecord> handler)
      implements RecordHandler<DynamodbStreamRecord> {
    @Override
    public void handle(DynamodbStreamRecord record) throws Exception {
      P payload;
      try {
        payload = reader.apply(record);
      } catch (RuntimeException e) {
        throw UndecodableException.of(e);
      }
      handler.handle(payload, record);
    }
  }

  private record Adding<P>(WindowState<P, DynamodbStreamRecord> state)
      implements PayloadHandler<P, DynamodbStreamRecord> {
    @Override
    public void handle(P payload, DynamodbStreamRecord record) throws Exception {
      state.add(record.getDynamodb().getSequenceNumber(), payload, record);
    }
  }
}
