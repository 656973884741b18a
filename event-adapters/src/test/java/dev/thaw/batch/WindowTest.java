package dev.thaw.batch;

import static dev.thaw.batch.Batches.items;
import static dev.thaw.batch.Batches.kinesisRecord;
import static dev.thaw.batch.Batches.sequence;
import static dev.thaw.batch.Batches.shard;
import static dev.thaw.batch.Batches.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisTimeWindowEvent;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse.BatchItemFailure;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What AWS's page on tumbling windows asks of a function. */
class WindowTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();
  private final List<String> ends = new ArrayList<>();

  private static KinesisTimeWindowEvent window(
      @Nullable Map<String, String> state, boolean last, List<KinesisEventRecord> records) {
    KinesisTimeWindowEvent event = new KinesisTimeWindowEvent();
    event.setRecords(records);
    event.setState(state);
    event.setIsFinalInvokeForWindow(last);
    event.setIsWindowTerminatedEarly(false);
    return event;
  }

  private TimeWindowEventResponse sum(KinesisTimeWindowEvent event) throws Exception {
    return KinesisBatch.of(String.class)
        .parallel(8)
        .inOrderPerKey()
        .window(
            event,
            invocation,
            (text, _, state) -> {
              state.merge("seen", text, String::concat);
              if (text.endsWith("!")) {
                throw new IllegalStateException();
              }
            },
            (state, ended) -> ends.add(state + " " + ended.getIsFinalInvokeForWindow()));
  }

  private static List<String> failed(TimeWindowEventResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  @Test
  void carriesTheStateOnAndEndsWithIt() throws Exception {
    TimeWindowEventResponse first = sum(window(null, false, shard("a0", "b1").getRecords()));
    TimeWindowEventResponse second = sum(window(first.getState(), false, shard("c2").getRecords()));
    TimeWindowEventResponse last = sum(window(second.getState(), true, List.of()));

    assertThat(first.getState()).isEqualTo(Map.of("seen", "a0b1"));
    assertThat(second.getState()).isEqualTo(Map.of("seen", "a0b1c2"));
    assertThat(failed(second)).isEmpty();
    assertThat(failed(last)).isEmpty();
    assertThat(ends).containsExactly("{seen=a0b1c2} true");
  }

  @Test
  void thereIsAlwaysAState() throws Exception {
    assertThat(sum(window(null, false, List.of())).getState()).isNotNull().isEmpty();
  }

  @Test
  void theStateHoldsNothingOfTheRecordThatIsReported() throws Exception {
    TimeWindowEventResponse response =
        sum(window(Map.of("seen", "x"), true, shard("a0", "b1!", "c2").getRecords()));

    assertThat(response.getState()).isEqualTo(Map.of("seen", "xa0"));
    assertThat(failed(response)).containsExactly(sequence(1));
    assertThat(ends).isEmpty();
  }

  @Test
  void theStateHoldsNothingOfAPackedRecordThatFailedHalfway() throws Exception {
    byte[] packed = new KplEncoder().add("a", null, utf8("b")).add("a", null, utf8("c!")).encode();

    TimeWindowEventResponse response =
        sum(
            window(
                null,
                false,
                List.of(kinesisRecord("k", "1", utf8("a")), kinesisRecord("k", "2", packed))));

    assertThat(response.getState()).isEqualTo(Map.of("seen", "a"));
    assertThat(failed(response)).containsExactly("2");
  }

  @Test
  void anEndThatFailsFailsTheInvocation() {
    assertThatThrownBy(
            () ->
                KinesisBatch.of(String.class)
                    .window(
                        window(null, true, List.of()),
                        invocation,
                        (_, _, _) -> {},
                        (_, _) -> {
                          throw new java.io.IOException("no table");
                        }))
        .isInstanceOf(java.io.IOException.class);
  }

  @Test
  void dynamodbHasWindowsToo() throws Exception {
    DynamodbTimeWindowEvent event = new DynamodbTimeWindowEvent();
    event.setRecords(items("a", "b", "a").getRecords());
    event.setState(Map.of("count", "4"));
    event.setIsFinalInvokeForWindow(true);

    TimeWindowEventResponse response =
        DynamodbBatch.ofKeys()
            .window(
                event,
                invocation,
                (_, _, state) ->
                    state.merge("count", "1", (a, b) -> "" + (Integer.parseInt(a) + 1)),
                (state, _) -> ends.add("" + state));

    assertThat(response.getState()).isEqualTo(Map.of("count", "7"));
    assertThat(ends).containsExactly("{count=7}");
  }
}
