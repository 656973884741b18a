package dev.thaw.batch;

import static dev.thaw.batch.Batches.failed;
import static dev.thaw.batch.Batches.items;
import static dev.thaw.batch.Batches.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What AWS's page on partial batch responses of DynamoDB asks of a function. */
class DynamodbBatchTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();
  private final List<String> handled = new ArrayList<>();

  private static String id(DynamodbStreamRecord record) {
    AttributeValue id = record.getDynamodb().getKeys().get("id");
    return id == null ? "" : id.getS();
  }

  private void handle(String id) {
    handled.add(id);
    if (id.endsWith("!")) {
      throw new IllegalStateException("no room");
    }
  }

  @Test
  void stopsAtTheFirstFailureAndReportsItsSequenceNumber() {
    assertThat(
            failed(
                DynamodbBatch.process(
                    items("a", "b!", "c"), invocation, record -> handle(id(record)))))
        .containsExactly(sequence(1));
    assertThat(handled).containsExactly("a", "b!");
    assertThat(log.records().getFirst()).startsWith("DynamoDB record " + sequence(1) + " failed\n");
  }

  @Test
  void differentItemsAreHandledAtATimeAndOneItemInOrder() {
    CountDownLatch both = new CountDownLatch(2);
    List<Integer> places = new ArrayList<>();

    List<String> failures =
        failed(
            DynamodbBatch.ofKeys()
                .inOrderPerKey()
                .parallel(2)
                .process(
                    items("a", "b", "a", "a"),
                    invocation,
                    (keys, record) -> {
                      both.countDown();
                      both.await(); // ends only if another item is handled meanwhile
                      if (keys.containsValue(new AttributeValue("a"))) {
                        String number = record.getDynamodb().getSequenceNumber();
                        places.add(number.charAt(number.length() - 1) - '0');
                      }
                    }));

    assertThat(failures).isEmpty();
    assertThat(places).containsExactly(0, 2, 3);
  }

  @Test
  void withoutAnOrderPerKeyABatchIsOneSequence() {
    assertThat(
            failed(
                DynamodbBatch.of(DynamodbBatchTest::id)
                    .parallel(4)
                    .process(items("a", "b", "c!", "d"), invocation, (id, _) -> handle(id))))
        .containsExactly(sequence(2));
    assertThat(handled).containsExactly("a", "b", "c!");
  }

  @Test
  void aReaderThatThrowsIsOfARecordThatCannotBeRead() {
    DynamodbBatch<Integer> batch = DynamodbBatch.of(record -> Integer.parseInt(id(record)));
    PayloadHandler<Integer, DynamodbStreamRecord> handler = (id, _) -> handle("" + id);

    assertThat(failed(batch.process(items("1", "x", "3"), invocation, handler)))
        .containsExactly(sequence(1));
    assertThat(failed(batch.dropUndecodable().process(items("4", "x", "6"), invocation, handler)))
        .isEmpty();
    assertThat(handled).containsExactly("1", "4", "6");
  }

  @Test
  void aRecordWithoutSequenceNumberFailsTheInvocation() {
    DynamodbEvent event = items("a");
    event.getRecords().getFirst().getDynamodb().setSequenceNumber(null);

    assertThatThrownBy(() -> DynamodbBatch.process(event, invocation, _ -> handle("a")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(failed(DynamodbBatch.process(new DynamodbEvent(), invocation, _ -> handle("a"))))
        .isEmpty();
    assertThat(handled).isEmpty();
  }
}
