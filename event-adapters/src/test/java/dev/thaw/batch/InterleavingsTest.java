package dev.thaw.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.events.KafkaBatchResponse.ItemIdentifier;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Parallel batches under thousands of seeded interleavings: with handlers that are fast, slow and
 * yielding, and fail in every way, no record is lost, none is handled twice, and orders hold.
 */
class InterleavingsTest {
  private static final int ROUNDS = 3_000;

  private final Invocation invocation = new RecordedLog().invocation();

  @Test
  void standardQueuesLoseNoFailure() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String[] bodies = new String[random.nextInt(1, 30)];
      for (int i = 0; i < bodies.length; i++) {
        bodies[i] = "m" + i;
      }
      Handlers handlers = new Handlers(random, bodies);

      List<String> failures =
          Batches.failed(
              SqsBatch.of(String.class)
                  .parallel(random.nextInt(2, 9))
                  .process(
                      Batches.bodies(bodies), invocation, (body, _) -> handlers.run(body, "")));

      assertThat(failures).as("seed %s", seed).containsExactlyElementsOf(handlers.failing());
      handlers.assertHandledOnce(List.of(bodies));
    }
  }

  @Test
  void fifoQueuesKeepTheOrderOfEachGroup() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String[] bodies = keyed(random, 20, 4);
      SQSEvent event = Batches.groups(Batches.FIFO, bodies);
      Handlers handlers = new Handlers(random, bodies);

      List<String> failures =
          Batches.failed(
              SqsBatch.of(String.class)
                  .parallel(random.nextInt(2, 6))
                  .process(event, invocation, (body, _) -> handlers.run(body, key(body))));

      List<String> expected = new ArrayList<>();
      List<String> handled = new ArrayList<>();
      Map<String, Boolean> ended = new HashMap<>();
      for (String body : bodies) {
        boolean before = ended.getOrDefault(key(body), false);
        if (!before) {
          handled.add(body);
        }
        if (before || handlers.fails(body)) {
          ended.put(key(body), true);
          expected.add(body);
        }
      }
      assertThat(failures).as("seed %s", seed).containsExactlyElementsOf(expected);
      handlers.assertHandledOnce(handled);
      handlers.assertOrder();
    }
  }

  @Test
  void streamsReportTheFirstThatIsNotDoneAndKeepTheOrderOfEachKey() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String[] data = keyed(random, 20, 5);
      KinesisEvent event = Batches.shard(data);
      Handlers handlers = new Handlers(random, data);

      List<String> failures =
          Batches.failed(
              KinesisBatch.of(String.class)
                  .inOrderPerKey()
                  .parallel(random.nextInt(2, 6))
                  .process(
                      event,
                      invocation,
                      (text, record) -> handlers.run(text, record.partitionKey())));

      int first = handlers.firstFailing(data);
      assertThat(failures)
          .as("seed %s", seed)
          .containsExactlyElementsOf(first < 0 ? List.of() : List.of(Batches.sequence(first)));
      handlers.assertHandledAtMostOnce();
      handlers.assertOrder();
      assertThat(handlers.succeeded())
          .as("seed %s", seed)
          .containsAll(List.of(data).subList(0, first < 0 ? data.length : first));
    }
  }

  @Test
  void kafkaPartitionsDoNotHoldEachOtherUp() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      String[] values = keyed(random, 20, 4);
      String[] records = new String[values.length];
      for (int i = 0; i < values.length; i++) {
        records[i] = "orders-" + (values[i].charAt(0) - 'a') + ":" + values[i];
      }
      KafkaEvent event = Batches.kafka(records);
      Handlers handlers = new Handlers(random, values);

      List<ItemIdentifier> failures =
          KafkaBatch.of(String.class)
              .parallel(random.nextInt(2, 6))
              .process(
                  event,
                  invocation,
                  (value, record) -> handlers.run("" + value, record.topic() + record.partition()))
              .batchItemFailures()
              .stream()
              .map(failure -> failure.itemIdentifier())
              .toList();

      Map<String, Integer> seen = new HashMap<>();
      Map<String, ItemIdentifier> expected = new HashMap<>();
      for (String value : values) {
        String partition = "orders-" + (value.charAt(0) - 'a');
        int offset = 99 + seen.merge(partition, 1, Integer::sum);
        if (handlers.fails(value)) {
          expected.putIfAbsent(partition, new ItemIdentifier(partition, offset));
        }
      }
      assertThat(failures)
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(expected.values());
      handlers.assertHandledAtMostOnce();
      handlers.assertOrder();
    }
  }

  /** Texts such as {@code b7}: a key, and the place in the batch. */
  private static String[] keyed(Random random, int most, int keys) {
    String[] texts = new String[random.nextInt(1, most)];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = (char) ('a' + random.nextInt(keys)) + "" + i;
    }
    return texts;
  }

  private static String key(String text) {
    return text.substring(0, 1);
  }

  /** What handlers do, and what they have seen. */
  private static final class Handlers {
    private final Map<String, Integer> fates = new HashMap<>();
    private final Map<String, Integer> pauses = new HashMap<>();

    /** Not safe for threads: what is written to it is lost unless the batch orders it. */
    private final Map<String, int[]> counts = new HashMap<>();

    private final Map<String, List<Integer>> orders = new HashMap<>();

    Handlers(Random random, String[] texts) {
      for (String text : texts) {
        fates.put(text, random.nextInt(24));
        pauses.put(text, random.nextInt(4));
        counts.put(text, new int[2]);
      }
      for (char key = 'a'; key < 'f'; key++) {
        orders.put("" + key, new ArrayList<>());
        orders.put("orders" + (key - 'a'), new ArrayList<>());
      }
      orders.put("", new ArrayList<>());
    }

    private static <V> V of(Map<String, V> map, String key) {
      return Objects.requireNonNull(map.get(key));
    }

    boolean fails(String text) {
      return fates.getOrDefault(text, 0) < 4;
    }

    List<String> failing() {
      return fates.keySet().stream()
          .filter(this::fails)
          .sorted((a, b) -> Integer.parseInt(a.substring(1)) - Integer.parseInt(b.substring(1)))
          .toList();
    }

    int firstFailing(String[] texts) {
      for (int i = 0; i < texts.length; i++) {
        if (fails(texts[i])) {
          return i;
        }
      }
      return -1;
    }

    void run(String text, String lane) throws Exception {
      if (!lane.isEmpty()) {
        of(orders, lane).add(Integer.parseInt(text.substring(1)));
      }
      of(counts, text)[0] += Thread.currentThread().isInterrupted() ? 100 : 1;
      switch (of(pauses, text)) {
        case 0 -> Thread.onSpinWait();
        case 1 -> LockSupport.parkNanos(20_000);
        default -> {}
      }
      switch (of(fates, text)) {
        case 0 -> throw new IllegalStateException(text);
        case 1 -> throw new Exception(text);
        case 2 -> throw new AssertionError(text);
        case 3 -> throw new InterruptedException(text);
        case 4, 5 -> Thread.currentThread().interrupt();
        default -> {}
      }
      of(counts, text)[1]++;
    }

    List<String> succeeded() {
      return counts.keySet().stream().filter(text -> of(counts, text)[1] == 1).toList();
    }

    void assertHandledOnce(List<String> texts) {
      for (Map.Entry<String, int[]> count : counts.entrySet()) {
        assertThat(count.getValue()[0])
            .as(count.getKey())
            .isEqualTo(texts.contains(count.getKey()) ? 1 : 0);
      }
    }

    void assertHandledAtMostOnce() {
      assertThat(counts.values()).allSatisfy(count -> assertThat(count[0]).isLessThan(2));
    }

    void assertOrder() {
      for (List<Integer> order : orders.values()) {
        assertThat(order).containsExactlyElementsOf(new TreeSet<>(order));
      }
    }
  }
}
