package dev.thaw.batch;

import static dev.thaw.batch.Batches.base64;
import static dev.thaw.batch.Batches.kafka;
import static dev.thaw.batch.Batches.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent.KafkaEventRecord;
import dev.thaw.events.KafkaBatchResponse;
import dev.thaw.events.KafkaBatchResponse.BatchItemFailure;
import dev.thaw.events.KafkaBatchResponse.ItemIdentifier;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What AWS's page on the errors of Kafka event sources asks of a function. */
class KafkaBatchTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();
  private final List<String> handled = new ArrayList<>();

  private void handle(@Nullable String value) {
    handled.add("" + value);
    if (value != null && value.endsWith("!")) {
      throw new IllegalStateException("no room");
    }
  }

  @Test
  void eachPartitionStopsAtItsFirstFailureWhichIsNamedByPartitionAndOffset() {
    KafkaEvent event =
        kafka("orders-0:a1", "orders-0:b2!", "orders-0:c3", "a-b-12:d4!", "orders-1:e5");

    KafkaBatchResponse response =
        KafkaBatch.of(String.class).process(event, invocation, (value, _) -> handle(value));

    assertThat(response.batchItemFailures())
        .containsExactly(
            new BatchItemFailure(new ItemIdentifier("orders-0", 101)),
            new BatchItemFailure(new ItemIdentifier("a-b-12", 100)));
    assertThat(handled).containsExactly("a1", "b2!", "d4!", "e5");
    assertThat(log.records().getFirst()).startsWith("Kafka record orders-0 at 101 failed\n");
  }

  @Test
  void decodesKeysValuesAndHeaders() {
    KafkaEventRecord record =
        KafkaEventRecord.builder()
            .withTopic("orders")
            .withPartition(3)
            .withOffset(15)
            .withKey(base64("key"))
            .withValue(base64("value"))
            .withHeaders(
                List.of(Map.of("trace", utf8("old")), Map.of("x", utf8("y"), "trace", utf8("new"))))
            .build();
    List<KafkaRecord> records = new ArrayList<>();

    KafkaBatch.process(
        KafkaEvent.builder().withRecords(Map.of("orders-3", List.of(record))).build(),
        invocation,
        each -> records.add(each));

    KafkaRecord found = records.getFirst();
    assertThat(found.topic()).isEqualTo("orders");
    assertThat(found.partition()).isEqualTo(3);
    assertThat(found.offset()).isEqualTo(15);
    assertThat(found.key()).isEqualTo(utf8("key"));
    assertThat(found.value()).isEqualTo(utf8("value"));
    assertThat(found.header("trace")).isEqualTo(utf8("new"));
    assertThat(found.header("none")).isNull();
    assertThat(found.record()).isSameAs(record);
  }

  @Test
  void aTombstoneHasNoValue() {
    KafkaEventRecord tombstone =
        KafkaEventRecord.builder().withTopic("t").withKey(base64("k")).build();
    KafkaEventRecord broken = KafkaEventRecord.builder().withTopic("t").withValue("?").build();
    KafkaEvent event =
        KafkaEvent.builder().withRecords(Map.of("t-0", List.of(tombstone, broken))).build();

    KafkaBatchResponse response =
        KafkaBatch.of(Order.class)
            .dropUndecodable()
            .process(event, invocation, (order, _) -> handle(order == null ? null : order.id()));

    assertThat(response.batchItemFailures()).isEmpty();
    assertThat(handled).containsExactly("null");
    assertThat(log.records()).hasSize(1);
  }

  @Test
  void recordsOfDifferentKeysAreHandledAtATimeIfToldSo() {
    CountDownLatch both = new CountDownLatch(2);

    KafkaBatchResponse response =
        KafkaBatch.of(String.class)
            .inOrderPerKey()
            .parallel(2)
            .process(
                kafka("t-0:a1", "t-0:b2", "t-0:a3"),
                invocation,
                (_, _) -> {
                  both.countDown();
                  both.await(); // ends only if the other key is handled meanwhile
                });

    assertThat(response.batchItemFailures()).isEmpty();
  }

  @Test
  void aBatchOfNoneIsASuccess() {
    assertThat(
            KafkaBatch.process(new KafkaEvent(), invocation, _ -> handle("!")).batchItemFailures())
        .isEmpty();
  }
}
