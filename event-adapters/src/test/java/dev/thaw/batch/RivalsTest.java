package dev.thaw.batch;

import static dev.thaw.batch.Batches.FIFO;
import static dev.thaw.batch.Batches.STANDARD;
import static dev.thaw.batch.Batches.failed;
import static dev.thaw.batch.Batches.groups;
import static dev.thaw.batch.Batches.kafka;
import static dev.thaw.batch.Batches.sequence;
import static dev.thaw.batch.Batches.shard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Json;
import dev.thaw.events.KafkaBatchResponse;
import dev.thaw.handler.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Bugs that other libraries for batches have, or had. */
class RivalsTest {
  private final Invocation invocation = new RecordedLog().invocation();

  /** A plain list to which many threads add failures forgets some: those messages are deleted. */
  @Test
  void failuresAreNotLostInAnUnsynchronizedList() {
    for (int round = 0; round < 2_000; round++) {
      String[] bodies = new String[16];
      for (int i = 0; i < bodies.length; i++) {
        bodies[i] = "m" + i;
      }
      CountDownLatch together = new CountDownLatch(bodies.length);

      List<String> failures =
          failed(
              SqsBatch.of(String.class)
                  .parallel(bodies.length)
                  .process(
                      Batches.bodies(bodies),
                      invocation,
                      (body, _) -> {
                        together.countDown();
                        together.await();
                        if (body.length() == 2) {
                          throw new IllegalStateException("all at once");
                        }
                      }));

      assertThat(failures).containsExactly(Arrays.copyOf(bodies, 10));
    }
  }

  /** A failure in a FIFO queue does not fail the groups that have nothing to do with it. */
  @Test
  void oneGroupsFailureDoesNotFailTheWholeFifoBatch() {
    List<String> handled = new ArrayList<>();

    List<String> failures =
        failed(
            SqsBatch.process(
                groups(FIFO, "a1", "b1", "a2", "b2"),
                invocation,
                message -> {
                  handled.add(message.getBody());
                  if (message.getBody().equals("a1")) {
                    throw new IllegalStateException();
                  }
                }));

    assertThat(failures).containsExactly("a1", "a2");
    assertThat(handled).containsExactly("a1", "b1", "b2");
  }

  /** Fair queues put a MessageGroupId on the messages of standard queues. */
  @Test
  void aFairQueueIsNoFifoQueue() {
    CountDownLatch together = new CountDownLatch(3);

    List<String> failures =
        failed(
            SqsBatch.of(String.class)
                .parallel(3)
                .process(
                    groups(STANDARD, "a1", "a2", "a3"),
                    invocation,
                    (body, _) -> {
                      together.countDown();
                      together.await(); // ends only if one group is handled by three at a time
                      if (body.equals("a1")) {
                        throw new IllegalStateException();
                      }
                    }));

    assertThat(failures).containsExactly("a1");
  }

  /** Lambda retries a stream from its first failure on: what follows would be done twice. */
  @Test
  void aStreamDoesNotGoOnBehindItsFirstFailure() {
    Set<String> handled = new HashSet<>();

    List<String> failures =
        failed(
            KinesisBatch.process(
                shard("a0", "a1", "a2", "a3"),
                invocation,
                record -> {
                  handled.add(record.getKinesis().getSequenceNumber());
                  if (handled.size() == 2) {
                    throw new IllegalStateException();
                  }
                }));

    assertThat(failures).containsExactly(sequence(1));
    assertThat(handled).containsExactlyInAnyOrder(sequence(0), sequence(1));
  }

  /** What identifies a Kafka record is an object, not a text such as "orders-0:101". */
  @Test
  void kafkaIdentifiersAreObjects() {
    KafkaBatchResponse response =
        KafkaBatch.process(
            kafka("orders-0:a1", "orders-0:b2"),
            invocation,
            record -> {
              if (record.offset() == 101) {
                throw new IllegalStateException();
              }
            });

    assertThat(response.batchItemFailures())
        .containsExactly(KafkaBatchResponse.BatchItemFailure.of("orders", 0, 101));
    byte[] json = Json.write(response, Json.codec(KafkaBatchResponse.class));
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":"
                + "{\"partition\":\"orders-0\",\"offset\":101}}]}");
  }
}
