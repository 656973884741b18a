package dev.thaw.batch;

import static dev.thaw.batch.Batches.bodies;
import static dev.thaw.batch.Batches.failed;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import dev.thaw.handler.DeadlineGuard;
import dev.thaw.handler.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A batch answers before Lambda ends it, and says what it did not come to. */
class BatchDeadlineTest {
  private final RecordedLog log = new RecordedLog();

  private Invocation invocation(int millis) {
    return Invocation.builder().logger(log).remainingTime(Duration.ofMillis(millis)).build();
  }

  @Test
  void beginsNothingWhenLessThanTheMarginIsLeft() {
    Invocation invocation = invocation(1_000);
    List<String> handled = new ArrayList<>();

    List<String> failures =
        failed(
            SqsBatch.of(String.class)
                .margin(Duration.ofMillis(400))
                .process(
                    bodies("a", "b", "c", "d"),
                    invocation,
                    (body, _) -> {
                      handled.add(body);
                      Thread.sleep(350);
                    }));

    assertThat(handled).containsExactly("a", "b");
    assertThat(failures).containsExactly("c", "d");
    assertThat(invocation.getRemainingTimeInMillis()).isPositive();
    assertThat(log.records())
        .containsExactly("The deadline is near: 2 of 4 are left to be retried");
  }

  @Test
  void aMarginLongerThanTheTimeoutStopsHalfway() {
    assertThat(failed(SqsBatch.process(bodies("a", "b"), invocation(500), _ -> {}))).isEmpty();
    assertThat(failed(SqsBatch.process(bodies("a", "b"), invocation(400), _ -> Thread.sleep(300))))
        .containsExactly("b");
  }

  /** In an environment that takes several invocations the one that watches is virtual, too. */
  @Test
  void recordsThatOnlyComputeDoNotRunPastTheDeadlineOfAVirtualThread() throws Exception {
    String[] bodies = new String[100];
    Arrays.setAll(bodies, i -> "m" + i);
    int processors = Runtime.getRuntime().availableProcessors();
    Invocation invocation = invocation(2_000);
    AtomicInteger left = new AtomicInteger();
    SqsBatch<String> batch =
        SqsBatch.of(String.class).parallel(2 * processors).margin(Duration.ofSeconds(1));

    Thread.ofVirtual()
        .start(
            () -> {
              batch.process(bodies(bodies), invocation, (_, _) -> compute(processors * 40));
              left.set(invocation.getRemainingTimeInMillis());
            })
        .join();

    assertThat(left).hasPositiveValue();
  }

  private static void compute(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void interruptsWhatStillRunsAndReportsWhatGoesOn() throws Exception {
    Invocation invocation = invocation(1_200);
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch late = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();

    List<String> failures =
        failed(
            SqsBatch.of(String.class)
                .parallel(4)
                .margin(Duration.ofMillis(800))
                .process(
                    bodies("quick", "sleeps", "stubborn", "cleans up", "slow", "late"),
                    invocation,
                    (body, _) -> {
                      switch (body) {
                        case "sleeps" -> Thread.sleep(60_000);
                        case "cleans up" -> {
                          try {
                            Thread.sleep(60_000);
                          } catch (InterruptedException e) {
                            interrupted.set(true); // and ends well
                          }
                        }
                        case "stubborn" -> {
                          while (released.getCount() > 0) {
                            try {
                              released.await();
                            } catch (InterruptedException e) {
                              // goes on
                            }
                          }
                          late.countDown();
                        }
                        case "slow" -> Thread.sleep(600); // begun in time, ended after the margin
                        default -> Thread.sleep(450);
                      }
                    }));

    assertThat(invocation.getRemainingTimeInMillis()).isPositive();
    assertThat(interrupted).isTrue();
    assertThat(failures).containsExactly("sleeps", "stubborn", "slow", "late");
    assertThat(log.records())
        .anySatisfy(r -> assertThat(r).startsWith("SQS message sleeps failed\njava.lang.Interr"))
        .contains("SQS message stubborn was not finished in time")
        .noneSatisfy(r -> assertThat(r).startsWith("SQS message late")) // it was not begun
        .contains("The deadline is near: 4 of 6 are left to be retried");
    released.countDown();
    assertThat(late.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).hasSize(4); // it ended too late to count
  }

  @Test
  void anInterruptOfTheInvocationEndsAParallelBatch() {
    Thread invoked = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(2);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              invoked.interrupt();
            });

    List<String> failures =
        failed(
            SqsBatch.of(String.class)
                .parallel(2)
                .process(
                    bodies("a", "b", "c"),
                    invocation(600_000),
                    (_, _) -> {
                      begun.countDown();
                      Thread.sleep(60_000);
                    }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failures).containsExactly("a", "b", "c");
    assertThat(log.records()).contains("Interrupted: 3 of 3 are left to be retried");
  }

  @Test
  void aDeadlineGuardsInterruptEndsTheRecordAndTheBatch() throws Exception {
    Invocation invocation = invocation(1_000);
    SqsBatch<String> batch = SqsBatch.of(String.class).margin(Duration.ZERO);

    Object response =
        new DeadlineGuard(Duration.ofMillis(500))
            .intercept(
                null,
                invocation,
                (_, guarded) ->
                    batch.process(
                        bodies("a", "b", "c"),
                        guarded,
                        (body, _) -> Thread.sleep(body.equals("a") ? 0 : 60_000)));

    assertThat(response)
        .isInstanceOfSatisfying(
            SQSBatchResponse.class, r -> assertThat(failed(r)).containsExactly("b", "c"));
    assertThat(invocation.getRemainingTimeInMillis()).isPositive();
  }

  @Test
  void thereMayBeNoDeadline() {
    Invocation endless = Invocation.builder().logger(log).deadline(Instant.MAX).build();
    SqsBatch<String> batch = SqsBatch.of(String.class).margin(Duration.ofDays(100));

    assertThat(failed(batch.process(bodies("a", "b"), endless, (_, _) -> {}))).isEmpty();
    assertThat(failed(batch.parallel(2).process(bodies("a", "b"), endless, (_, _) -> {})))
        .isEmpty();
  }

  @Test
  void nothingIsBegunWithoutTime() {
    assertThat(failed(SqsBatch.process(bodies("a"), invocation(0), _ -> {}))).containsExactly("a");
    assertThat(
            failed(
                SqsBatch.of(String.class)
                    .parallel(2)
                    .process(bodies("a"), invocation(-5), (_, _) -> Thread.sleep(1_000))))
        .containsExactly("a");
  }

  @Test
  void aStreamReportsTheFirstThatItDidNotComeTo() {
    List<String> failures =
        failed(
            KinesisBatch.of(String.class)
                .margin(Duration.ofMillis(300))
                .process(
                    Batches.shard("a0", "b1", "c2"), invocation(700), (_, _) -> Thread.sleep(250)));

    assertThat(failures).containsExactly(Batches.sequence(2));
  }
}
