package dev.thaw.idempotency.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.handler.Invocation;
import dev.thaw.idempotency.IdempotencyException;
import dev.thaw.idempotency.IdempotencyInProgressException;
import dev.thaw.idempotency.IdempotencyLockLostException;
import dev.thaw.idempotency.IdempotencyMismatchException;
import dev.thaw.idempotency.IdempotencyResultException;
import dev.thaw.idempotency.IdempotencyStore;
import dev.thaw.idempotency.Idempotent;
import dev.thaw.idempotency.IdempotentBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Idempotent} promises, whatever keeps its records. Each test has keys of its own. */
abstract class StoreContract {
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Lambda may end an invocation late. */
  static final Duration MARGIN = Duration.ofSeconds(1);

  private static final AtomicInteger TESTS = new AtomicInteger();

  final MovingClock clock = new MovingClock();
  final String function = "orders-" + TESTS.incrementAndGet();
  final AtomicInteger effects = new AtomicInteger();

  abstract IdempotencyStore store() throws Exception;

  final Invocation invocation() {
    return Invocation.builder()
        .functionName(function)
        .deadline(clock.instant().plus(TIMEOUT))
        .build();
  }

  /** The number of a payload such as {@code 7:cheap} is its key. */
  final IdempotentBuilder<String, @Nullable String> charge() throws Exception {
    return Idempotent.<String, @Nullable String>builder(store(), "charge")
        .keyedBy(order -> order.substring(0, order.indexOf(':')))
        .result(String.class)
        .clock(clock);
  }

  private String effect(String order) {
    return order + " charged " + effects.incrementAndGet();
  }

  @Test
  void ofManyConcurrentDuplicatesOneHasTheEffect() throws Exception {
    int threads = 64;
    int keys = 20;
    AtomicIntegerArray perKey = new AtomicIntegerArray(keys);
    Idempotent<Integer, Integer> square =
        Idempotent.<Integer, Integer>builder(store(), "square")
            .keyedBy(String::valueOf)
            .result(Integer.class)
            .build();
    Invocation invocation = Invocation.builder().functionName(function).build();
    AtomicInteger refused = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(threads);
    List<Future<@Nullable Void>> running = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int t = 0; t < threads; t++) {
        running.add(
            executor.submit(
                () -> {
                  start.countDown();
                  start.await();
                  for (int key = 0; key < keys; key++) {
                    assertThat(delivered(square, key, invocation, perKey, refused))
                        .isEqualTo(key * key);
                  }
                  return null;
                }));
      }
      for (Future<@Nullable Void> each : running) {
        each.get();
      }
    }
    for (int key = 0; key < keys; key++) {
      assertThat(perKey.get(key)).as("effects of key " + key).isEqualTo(1);
    }
    assertThat(refused).as("duplicates met while in progress").hasPositiveValue();
  }

  /** Delivered until it succeeds, as a queue does. */
  private static int delivered(
      Idempotent<Integer, Integer> square,
      int key,
      Invocation invocation,
      AtomicIntegerArray effects,
      AtomicInteger refused)
      throws Exception {
    while (true) {
      try {
        return square.run(
            key,
            invocation,
            input -> {
              effects.incrementAndGet(input);
              Thread.sleep(5);
              return input * input;
            });
      } catch (IdempotencyInProgressException e) {
        refused.incrementAndGet();
        Thread.sleep(30);
      }
    }
  }

  @Test
  void aDuplicateGetsTheResultUntilItExpires() throws Exception {
    Idempotent<String, @Nullable String> charge =
        charge().expiresAfter(Duration.ofMinutes(10)).build();
    assertThat(charge.run("1:a", invocation(), this::effect)).isEqualTo("1:a charged 1");
    clock.pass(Duration.ofMinutes(10).minusMillis(1));
    assertThat(charge.run("1:b", invocation(), this::effect)).isEqualTo("1:a charged 1");
    clock.pass(Duration.ofMillis(1));
    assertThat(charge.run("1:c", invocation(), this::effect)).isEqualTo("1:c charged 2");
    assertThat(charge.run("1:d", invocation(), this::effect)).isEqualTo("1:c charged 2");
  }

  @Test
  void textOfEveryKindAndNothingAreResults() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    String text = "\"\\\n\u0000 é \u20ac \ud83d\ude80";
    for (int i = 0; i < 2; i++) {
      assertThat(charge.run("1:", invocation(), _ -> text)).isEqualTo(text);
      assertThat(charge.run("2:", invocation(), _ -> "")).isEmpty();
      assertThat(charge.run("3:", invocation(), _ -> effects.getAndIncrement() > 0 ? "" : null))
          .isNull();
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void aResultIsKeptUpToTheBound() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    String longest = "x".repeat(store().maxResultBytes() - 2); // without the quotes
    assertThat(charge.run("1:", invocation(), _ -> longest)).isEqualTo(longest);
    assertThat(charge.run("1:", invocation(), this::effect)).isEqualTo(longest);
    assertThat(charge.run("2:", invocation(), _ -> longest + "x")).hasSize(longest.length() + 1);
    assertThatThrownBy(() -> charge.run("2:", invocation(), this::effect))
        .isInstanceOf(IdempotencyResultException.class)
        .hasMessage("\"charge\" was done, but its result was not kept");
    assertThat(effects).hasValue(0);
  }

  @Test
  void workThatThrowsMayBeDoneAgain() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    for (Throwable failure : List.of(new IOException("down"), new AssertionError("no"))) {
      assertThatThrownBy(
              () ->
                  charge.run(
                      "1:a",
                      invocation(),
                      _ -> {
                        if (failure instanceof Error error) {
                          throw error;
                        }
                        throw (IOException) failure;
                      }))
          .isSameAs(failure)
          .satisfies(thrown -> assertThat(thrown.getSuppressed()).isEmpty());
    }
    assertThat(charge.run("1:a", invocation(), this::effect)).isEqualTo("1:a charged 1");
  }

  @Test
  void aDuplicateIsRefusedWhileTheFirstMayBeAtWork() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    assertThat(
            charge.run(
                "1:a",
                invocation(),
                order -> {
                  clock.pass(TIMEOUT.plus(MARGIN).minusMillis(1));
                  assertThatThrownBy(() -> charge.run("1:b", invocation(), this::effect))
                      .isInstanceOfSatisfying(
                          IdempotencyInProgressException.class,
                          e -> assertThat(e.until()).isEqualTo(clock.instant().plusMillis(1)));
                  return effect(order);
                }))
        .isEqualTo("1:a charged 1");
    assertThat(charge.run("1:b", invocation(), this::effect)).isEqualTo("1:a charged 1");
  }

  @Test
  void theLockHoldsTooWhenTheDeadlineIsOver() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    Invocation late = invocation();
    clock.pass(TIMEOUT.plusSeconds(5));
    charge.run(
        "1:a",
        late,
        order -> {
          assertThatThrownBy(() -> charge.run("1:b", invocation(), this::effect))
              .isInstanceOf(IdempotencyInProgressException.class);
          return effect(order);
        });
    assertThat(effects).hasValue(1);
  }

  /** The first one wakes up after its time, when the second one is at work, and when it is done. */
  @Test
  void whoComesTooLateChangesNothing() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    assertThatThrownBy(
            () ->
                charge.run(
                    "1:late",
                    invocation(),
                    _ -> {
                      clock.pass(TIMEOUT.plus(MARGIN));
                      assertThatThrownBy(() -> charge.run("1:b", invocation(), this::lateFailure))
                          .hasMessage("second fails");
                      assertThat(charge.run("1:c", invocation(), this::effect))
                          .isEqualTo("1:c charged 1");
                      return "late";
                    }))
        .isInstanceOf(IdempotencyLockLostException.class);
    assertThat(charge.run("1:d", invocation(), this::effect)).isEqualTo("1:c charged 1");
  }

  private String lateFailure(String order) {
    throw new IllegalStateException("second fails");
  }

  @Test
  void whoFailsTooLateFreesNoKeyOfAnother() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    charge.run(
        "2:a",
        invocation(),
        order -> {
          assertThatThrownBy(
                  () ->
                      charge.run(
                          "1:late",
                          invocation(),
                          _ -> {
                            clock.pass(TIMEOUT.plus(MARGIN));
                            assertThat(charge.run("1:b", invocation(), this::effect))
                                .isEqualTo("1:b charged 1");
                            throw new IOException("late");
                          }))
              .isInstanceOf(IOException.class)
              .satisfies(thrown -> assertThat(thrown.getSuppressed()).isEmpty());
          return order;
        });
    assertThat(charge.run("1:c", invocation(), this::effect)).isEqualTo("1:b charged 1");
  }

  @Test
  void aDifferentPayloadWithTheSameKeyIsRefused() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().verifying(order -> order).build();
    charge.run(
        "1:cheap",
        invocation(),
        order -> {
          assertThatThrownBy(() -> charge.run("1:dear", invocation(), this::effect))
              .isInstanceOf(IdempotencyMismatchException.class);
          assertThatThrownBy(() -> charge.run("1:cheap", invocation(), this::effect))
              .isInstanceOf(IdempotencyInProgressException.class);
          return effect(order);
        });
    assertThatThrownBy(() -> charge.run("1:dear", invocation(), this::effect))
        .isInstanceOf(IdempotencyMismatchException.class)
        .isInstanceOf(IdempotencyException.class)
        .hasMessage("This key was used before for \"charge\" with a different payload");
    assertThat(charge.run("1:cheap", invocation(), this::effect)).isEqualTo("1:cheap charged 1");
    // Records of calls that check nothing are known all the same.
    assertThat(charge().build().run("1:dear", invocation(), this::effect))
        .isEqualTo("1:cheap charged 1");
  }

  /** As {@link dev.thaw.handler.DeadlineGuard} interrupts a handler. */
  @Test
  void aThreadThatIsInterruptedRecordsWhatItHasDone() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    charge.run(
        "1:a",
        invocation(),
        order -> {
          Thread.currentThread().interrupt();
          return effect(order);
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(charge.run("1:a", invocation(), this::effect)).isEqualTo("1:a charged 1");
    assertThatThrownBy(
            () ->
                charge.run(
                    "2:a",
                    invocation(),
                    _ -> {
                      Thread.currentThread().interrupt();
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).isEmpty());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(charge.run("2:a", invocation(), this::effect)).isEqualTo("2:a charged 2");
  }

  @Test
  void functionsNamesAndTenantsKeepTheirKeysApart() throws Exception {
    Idempotent<String, @Nullable String> charge = charge().build();
    Idempotent<String, @Nullable String> ship =
        Idempotent.<String, @Nullable String>builder(store(), "ship")
            .keyedBy(order -> order.substring(0, order.indexOf(':')))
            .result(String.class)
            .build();
    assertThat(charge.run("1:a", invocation(), this::effect)).endsWith("1");
    assertThat(ship.run("1:a", invocation(), this::effect)).endsWith("2");
    Invocation other = Invocation.builder().functionName(function + "x").build();
    assertThat(charge.run("1:a", other, this::effect)).endsWith("3");
    Invocation first = Invocation.builder().functionName(function).tenantId("a").build();
    Invocation second = Invocation.builder().functionName(function).tenantId("b").build();
    assertThat(charge.run("1:a", first, this::effect)).endsWith("4");
    assertThat(charge.run("1:a", second, this::effect)).endsWith("5");
    assertThat(charge.run("1:a", first, this::effect)).endsWith("4");
    assertThat(charge.run("1:a", invocation(), this::effect)).endsWith("1");
  }
}
