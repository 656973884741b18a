package dev.thaw.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineGuardTest {
  private static final Duration MARGIN = Duration.ofMillis(200);

  private final DeadlineGuard guard = new DeadlineGuard(MARGIN);

  private static Invocation within(int millis) {
    return Invocation.builder().deadline(Instant.now().plusMillis(millis)).build();
  }

  private @Nullable Object run(
      Invocation invocation, Handler<@Nullable Object, @Nullable Object> handler) throws Exception {
    return guard.intercept("event", invocation, handler);
  }

  private static @Nullable Object sleepTooLong() throws InterruptedException {
    Thread.sleep(10_000);
    return "late";
  }

  @Test
  void aHandlerInTimeIsLeftAlone() throws Exception {
    assertThat(run(within(5_000), (event, _) -> event + "!")).isEqualTo("event!");
    assertThat(run(Invocation.builder().deadline(Instant.MAX).build(), (event, _) -> event))
        .isEqualTo("event");
    assertThatThrownBy(
            () ->
                run(
                    within(5_000),
                    (_, _) -> {
                      throw new IllegalStateException("its own");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause();
  }

  @Test
  void interruptsBeforeTheDeadlineAndShowsWhere() {
    Instant deadline = Instant.now().plusMillis(500);
    Invocation invocation = Invocation.builder().deadline(deadline).build();
    Throwable thrown = catchThrowable(() -> run(invocation, (_, _) -> sleepTooLong()));
    // Deadlines are whole milliseconds.
    Duration margin = MARGIN.plusMillis(2);
    assertThat(Instant.now()).isBetween(deadline.minus(margin), deadline);
    assertThat(thrown)
        .isInstanceOf(DeadlineExceededException.class)
        .hasCauseInstanceOf(InterruptedException.class)
        .hasMessageContaining("(margin 200 ms)");
    DeadlineExceededException exceeded = (DeadlineExceededException) thrown;
    assertThat(exceeded.remaining()).isBetween(Duration.ofMillis(1), margin);
    assertThat(exceeded.margin()).isEqualTo(MARGIN);
    assertThat(exceeded.getMessage()).contains(exceeded.remaining().toMillis() + " ms before");
    assertThat(exceeded.getStackTrace())
        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("sleepTooLong"));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theTypedErrorWinsOverWhatTheHandlerMakesOfIt() {
    assertThatThrownBy(
            () ->
                run(
                    within(300),
                    (_, _) -> {
                      try {
                        return sleepTooLong();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("no order today", e);
                      }
                    }))
        .isInstanceOf(DeadlineExceededException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aResponseInTimeCountsEvenAfterTheInterrupt() throws Exception {
    Object response =
        run(
            within(300),
            (_, _) -> {
              try {
                return sleepTooLong();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "what there is";
              }
            });
    assertThat(response).isEqualTo("what there is");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anErrorOfTheMachineGoesOnAsItIs() {
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                run(
                    within(200),
                    (_, _) -> {
                      try {
                        return sleepTooLong();
                      } catch (InterruptedException e) {
                        throw new StackOverflowError();
                      }
                    }));
  }

  @Test
  void logsWhereAHandlerIsThatIgnoresTheInterrupt() throws Exception {
    Records log = new Records();
    Instant end = Instant.now().plusMillis(600);
    Invocation invocation =
        Invocation.builder().awsRequestId("a-1").deadline(end).logger(log).build();
    Object response =
        run(
            invocation,
            (_, _) -> {
              while (Instant.now().isBefore(end)) {
                Thread.onSpinWait();
              }
              return "late";
            });
    assertThat(response).isEqualTo("late");
    assertThat(log.records).singleElement().asString().contains("a-1", "DeadlineGuardTest");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** Handlers that end just when the interrupt comes: none reaches what follows on the thread. */
  @Test
  void noInterruptOutlivesItsInvocation() throws Exception {
    DeadlineGuard close = new DeadlineGuard(Duration.ofMillis(10));
    for (int i = 0; i < 100; i++) {
      Invocation invocation = within(20);
      Instant ends = invocation.deadline().minusMillis(10).plusNanos((i - 50) * 20_000L);
      try {
        close.intercept(
            null,
            invocation,
            (_, _) -> {
              while (Instant.now().isBefore(ends)) {
                Thread.onSpinWait();
              }
              return null;
            });
      } finally {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
    }
    Thread.sleep(50);
  }

  @Test
  void guardsManyAtATimeWithOneThread() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Throwable>> slow = new ArrayList<>();
      List<Future<@Nullable Object>> quick = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        slow.add(
            threads.submit(() -> catchThrowable(() -> run(within(500), (_, _) -> sleepTooLong()))));
        quick.add(
            threads.submit(
                () ->
                    run(
                        within(5_000),
                        (event, _) -> {
                          Thread.sleep(600);
                          return event;
                        })));
      }
      for (Future<Throwable> one : slow) {
        assertThat(one.get()).isInstanceOf(DeadlineExceededException.class);
      }
      for (Future<@Nullable Object> one : quick) {
        assertThat(one.get()).isEqualTo("event");
      }
    }
  }

  @Test
  void theTimerIsADaemonThatStartsWithTheFirstDeadline() throws Exception {
    DeadlineGuard fresh = new DeadlineGuard(MARGIN);
    long before = timers();
    fresh.intercept(null, Invocation.builder().deadline(Instant.MAX).build(), (_, _) -> null);
    assertThat(timers()).isEqualTo(before);
    fresh.intercept(null, within(5_000), (_, _) -> null);
    fresh.intercept(null, within(5_000), (_, _) -> null);
    assertThat(timers()).isEqualTo(before + 1);
  }

  private static long timers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("deadline-guard"))
        .peek(thread -> assertThat(thread.isDaemon()).isTrue())
        .count();
  }

  @Test
  void aLoggerThatFailsDoesNotEndTheGuard() throws Exception {
    CompletableFuture<String> tried = new CompletableFuture<>();
    LambdaLogger broken =
        new Records() {
          @Override
          public void log(String message) {
            tried.complete(message);
            throw new IllegalStateException("no log");
          }
        };
    Instant end = Instant.now().plusMillis(300);
    run(
        Invocation.builder().deadline(end).logger(broken).build(),
        (_, _) -> {
          while (Instant.now().isBefore(end)) {
            Thread.onSpinWait();
          }
          return null;
        });
    assertThat(tried).isDone();
    assertThatThrownBy(() -> run(within(300), (_, _) -> sleepTooLong()))
        .isInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void theInnermostOfTwoGuardsTells() {
    DeadlineGuard outer = new DeadlineGuard(Duration.ofMillis(100));
    Throwable thrown =
        catchThrowable(
            () ->
                outer.intercept(
                    null, within(500), (_, inner) -> run(inner, (_, _) -> sleepTooLong())));
    assertThat(((DeadlineExceededException) thrown).margin()).isEqualTo(MARGIN);
  }

  @Test
  void readsItsMarginFromTheEnvironment() {
    DeadlineGuard quick =
        new DeadlineGuard(Environment.of(Map.of("THAW_DEADLINE_MARGIN", "PT0.05S")));
    assertThatThrownBy(() -> quick.intercept(null, within(200), (_, _) -> sleepTooLong()))
        .hasMessageContaining("margin 50 ms");
    DeadlineGuard plain = new DeadlineGuard(Environment.of(Map.of()));
    assertThatThrownBy(() -> plain.intercept(null, within(500), (_, _) -> sleepTooLong()))
        .hasMessageContaining("margin 200 ms");
    assertThatIllegalArgumentException().isThrownBy(() -> new DeadlineGuard(Duration.ZERO));
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(
            () -> new DeadlineGuard(Environment.of(Map.of("THAW_DEADLINE_MARGIN", "soon"))));
  }

  @Test
  void leavesHalfOfAShortTimeToTheHandler() {
    assertThatThrownBy(() -> run(within(200), (_, _) -> sleepTooLong()))
        .hasMessageMatching(".*margin (99|100) ms.*");
  }

  private static class Records implements LambdaLogger {
    final List<String> records = new ArrayList<>();

    @Override
    public void log(String message) {
      records.add(message);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
