package dev.thaw.batch;

import static dev.thaw.batch.Batches.FIFO;
import static dev.thaw.batch.Batches.STANDARD;
import static dev.thaw.batch.Batches.bodies;
import static dev.thaw.batch.Batches.failed;
import static dev.thaw.batch.Batches.groups;
import static dev.thaw.batch.Batches.message;
import static dev.thaw.batch.Batches.sqs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.thaw.codec.JsonException;
import dev.thaw.handler.Invocation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS's page on the errors of SQS event sources asks of a function. */
class SqsBatchTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();
  private final List<String> handled = new ArrayList<>();

  /** Fails for bodies that end in {@code !}. */
  private void handle(SQSMessage message) throws IOException {
    handled.add(message.getBody());
    if (message.getBody().endsWith("!")) {
      throw new IOException("no room");
    }
  }

  @Test
  void handlesAllInTheirOrder() {
    assertThat(failed(SqsBatch.process(bodies("a", "b", "c"), invocation, this::handle))).isEmpty();
    assertThat(handled).containsExactly("a", "b", "c");
    assertThat(log.records()).isEmpty();
  }

  @Test
  void reportsThoseThatFailAndGoesOn() {
    SQSEvent event = bodies("a", "b!", "c", "d!");

    assertThat(failed(SqsBatch.process(event, invocation, this::handle)))
        .containsExactly("b!", "d!");
    assertThat(handled).containsExactly("a", "b!", "c", "d!");
  }

  @Test
  void logsEachFailureOnceWithoutThePayload() {
    SQSEvent event = sqs(message("id-1", "secret!"), message("id-2", "other"));

    SqsBatch.process(event, invocation, this::handle);

    assertThat(log.records()).hasSize(1);
    assertThat(log.records().getFirst())
        .startsWith("SQS message id-1 failed\njava.io.IOException: no room\n\tat ")
        .doesNotContain("secret");
  }

  @Test
  void aBatchOfNoneIsASuccess() {
    assertThat(failed(SqsBatch.process(new SQSEvent(), invocation, this::handle))).isEmpty();
    assertThat(failed(SqsBatch.process(bodies(), invocation, this::handle))).isEmpty();
  }

  @Test
  void aFailureInAGroupFailsTheRestOfThatGroupOnly() {
    SQSEvent event = groups(FIFO, "a1", "b1!", "a2", "b2", "c1", "b3", "a3!", "c2", "a4");

    assertThat(failed(SqsBatch.process(event, invocation, this::handle)))
        .containsExactly("b1!", "b2", "b3", "a3!", "a4");
    assertThat(handled).containsExactly("a1", "b1!", "a2", "c1", "a3!", "c2");
  }

  @Test
  void groupsOfAStandardQueueHaveNoOrder() {
    SQSEvent event = groups(STANDARD, "a1!", "a2", "b1", "a3");

    assertThat(failed(SqsBatch.process(event, invocation, this::handle))).containsExactly("a1!");
    assertThat(handled).containsExactly("a1!", "a2", "b1", "a3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aMessageWithoutIdentifierFailsTheInvocationBeforeAnyIsHandled(int threads) {
    SQSEvent event = sqs(message("1", "a"), message("", "b"));
    SQSEvent worse = sqs(message("1", "a"), new SQSMessage());
    SqsBatch<String> batch = SqsBatch.of(String.class).parallel(threads);

    assertThatThrownBy(() -> batch.process(event, invocation, (body, _) -> handled.add(body)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Records[1] has no messageId");
    assertThatThrownBy(() -> batch.process(worse, invocation, (body, _) -> handled.add(body)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(handled).isEmpty();
  }

  @Test
  void anIdentifierIsReportedOnceThoughItWasDeliveredTwice() {
    SQSEvent event = sqs(message("1", "a!"), message("1", "a!"), message("1", "a"));

    assertThat(failed(SqsBatch.process(event, invocation, this::handle))).containsExactly("1");
  }

  @Test
  void anErrorLosesNoMessage() {
    SQSEvent event = bodies("a", "b", "c", "d");

    List<String> failures =
        failed(
            SqsBatch.process(
                event,
                invocation,
                message -> {
                  handled.add(message.getBody());
                  switch (message.getBody()) {
                    case "a" -> throw new StackOverflowError();
                    case "b" -> throw new AssertionError("b");
                    case "c" -> throw new NoClassDefFoundError("c");
                    default -> {}
                  }
                }));

    assertThat(failures).containsExactly("a", "b", "c");
    assertThat(handled).containsExactly("a", "b", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void nothingMoreIsBegunInAJvmWithoutMemory(int threads) {
    SQSEvent event = groups(FIFO, "a1", "a2", "a3", "a4");

    List<String> failures =
        failed(
            SqsBatch.of(String.class)
                .parallel(threads)
                .process(
                    event,
                    invocation,
                    (body, _) -> {
                      handled.add(body);
                      if (body.equals("a2")) {
                        throw new OutOfMemoryError("Java heap space");
                      }
                    }));

    assertThat(failures).containsExactly("a2", "a3", "a4");
    assertThat(handled).containsExactly("a1", "a2");
    assertThat(log.records().getLast()).contains("3 of 4 are left to be retried");
  }

  @Test
  void anInterruptEndsTheBatchAndLosesNoMessage() {
    SQSEvent event = bodies("a", "b", "c");

    List<String> thrown =
        failed(
            SqsBatch.process(
                event,
                invocation,
                message -> {
                  if (message.getBody().equals("b")) {
                    throw new InterruptedException();
                  }
                }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).containsExactly("b", "c");

    List<String> set =
        failed(SqsBatch.process(event, invocation, _ -> Thread.currentThread().interrupt()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(set).containsExactly("b", "c");
  }

  @Test
  void readsBodiesByTheirCodec() {
    SQSEvent event =
        sqs(message("1", "{\"id\":\"x\",\"total\":3}"), message("2", "{\"total\":\"secret\"}"));
    List<Order> orders = new ArrayList<>();

    List<String> failures =
        failed(
            SqsBatch.of(Order.class).process(event, invocation, (order, _) -> orders.add(order)));

    assertThat(orders).containsExactly(new Order("x", 3));
    assertThat(failures).containsExactly("2");
    assertThat(log.records().getFirst())
        .startsWith("SQS message 2 failed\n" + JsonException.class.getName())
        .contains("$.total")
        .doesNotContain("secret");
  }

  @Test
  void aBodyThatIsNullOrMissingCannotBeRead() {
    SQSMessage bodiless = message("2", "");
    bodiless.setBody(null);
    SQSEvent event = sqs(message("1", "null"), bodiless, message("3", ""));

    assertThat(failed(SqsBatch.of(Order.class).process(event, invocation, (_, _) -> {})))
        .containsExactly("1", "2", "3");
    assertThat(log.records()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void dropsWhatCannotBeReadIfTold(int threads) {
    SQSEvent event = groups(FIFO, "a1", "a2!", "a3");
    SqsBatch<Order> batch = SqsBatch.of(new OrderCodec()).parallel(threads).dropUndecodable();

    assertThat(failed(batch.process(event, invocation, (_, _) -> {}))).isEmpty();
    assertThat(log.records())
        .hasSize(3)
        .allSatisfy(record -> assertThat(record).contains("cannot be read and is dropped"));
  }

  @Test
  void aHandlersOwnFailureIsNeverDropped() {
    SQSEvent event = sqs(message("1", "{}"));

    assertThat(
            failed(
                SqsBatch.of(Order.class)
                    .dropUndecodable()
                    .process(
                        event,
                        invocation,
                        (_, _) -> {
                          throw new IllegalArgumentException("no such article");
                        })))
        .containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void failsTheInvocationIfAllFailedAndItIsToldTo(int threads) {
    SqsBatch<String> batch = SqsBatch.of(String.class).parallel(threads).failWhenAllFailed();
    PayloadHandler<String, SQSMessage> handler = (_, message) -> handle(message);

    assertThatThrownBy(() -> batch.process(bodies("a!", "b!"), invocation, handler))
        .isInstanceOf(BatchFailedException.class)
        .hasMessage("All 2 of the batch failed, first SQS message a!: java.io.IOException");
    assertThat(failed(batch.process(bodies("a", "b!"), invocation, handler))).containsExactly("b!");
    assertThat(failed(batch.process(bodies(), invocation, handler))).isEmpty();
  }

  @Test
  void reportsAllIfAllFailed() {
    assertThat(failed(SqsBatch.process(bodies("a!", "b!"), invocation, this::handle)))
        .containsExactly("a!", "b!");
  }

  @Test
  void aLoggerThatFailsLosesNothing() {
    LambdaLogger broken =
        new LambdaLogger() {
          @Override
          public void log(String message) {
            throw new IllegalStateException("no disk");
          }

          @Override
          public void log(byte[] message) {
            throw new IllegalStateException("no disk");
          }
        };

    assertThat(
            failed(
                SqsBatch.process(
                    bodies("a", "b!", "c"),
                    Invocation.builder().logger(broken).build(),
                    this::handle)))
        .containsExactly("b!");
  }

  @Test
  void settingsAreChecked() {
    SqsBatch<String> batch = SqsBatch.of(String.class);

    assertThatThrownBy(() -> batch.parallel(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> batch.margin(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SqsBatch.of(Thread.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@GenerateCodec");
  }
}
