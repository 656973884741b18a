package dev.thaw.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How work is described; what it promises is tested with both stores together. */
class IdempotentTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Invocation invocation = Invocation.builder().build();
  private final AtomicInteger effects = new AtomicInteger();

  private Integer effect(Object input) {
    return effects.incrementAndGet();
  }

  private static SQSMessage message(@Nullable String body) {
    SQSMessage message = new SQSMessage();
    message.setBody(body);
    return message;
  }

  private static SQSEvent event(String id) {
    SQSMessage message = message("any");
    message.setMessageId(id);
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  @Test
  void aPointerFindsTheKeyInTheTextOfARecord() throws Exception {
    Idempotent<SQSMessage, Integer> work =
        Idempotent.<SQSMessage, Integer>builder(store, "work")
            .keyedByPointer("/detail/id", SQSMessage::getBody)
            .result(Integer.class)
            .build();
    assertThat(work.run(message("{\"detail\":{\"id\":7}}"), invocation, this::effect)).isEqualTo(1);
    assertThat(work.run(message("{\"detail\":{\"id\":8}}"), invocation, this::effect)).isEqualTo(2);
    assertThat(work.run(message("{\"at\":0, \"detail\":{\"id\":7}}"), invocation, this::effect))
        .isEqualTo(1);
    for (String body : new String[] {null, "{}", "{\"detail\":{\"id\":\"\"}}"}) {
      assertThatThrownBy(() -> work.run(message(body), invocation, this::effect))
          .isInstanceOf(IdempotencyKeyException.class);
    }
    assertThat(effects).hasValue(2);
  }

  @Test
  void aPointerFindsTheKeyInWhatTheCodecWrites() throws Exception {
    Idempotent<SQSEvent, Integer> work =
        Idempotent.<SQSEvent, Integer>builder(store, "work")
            .keyedByPointer("/Records/0/messageId")
            .input(SQSEvent.class)
            .result(Integer.class)
            .build();
    assertThat(work.run(event("a"), invocation, this::effect)).isEqualTo(1);
    assertThat(work.run(event("b"), invocation, this::effect)).isEqualTo(2);
    assertThat(work.run(event("a"), invocation, this::effect)).isEqualTo(1);
  }

  @Test
  void aPayloadIsVerifiedAsAWhole() throws Exception {
    Idempotent<SQSEvent, Integer> work =
        Idempotent.<SQSEvent, Integer>builder(store, "work")
            .keyedBy(_ -> "same")
            .verifyingPayload()
            .input(SQSEvent.class)
            .result(Integer.class)
            .build();
    assertThat(work.run(event("a"), invocation, this::effect)).isEqualTo(1);
    assertThat(work.run(event("a"), invocation, this::effect)).isEqualTo(1);
    assertThatThrownBy(() -> work.run(event("b"), invocation, this::effect))
        .isInstanceOf(IdempotencyMismatchException.class);
  }

  @Test
  void workWithoutAKeyIsDoneEachTimeIfThatIsWanted() throws Exception {
    Idempotent<String, Integer> work =
        Idempotent.<String, Integer>builder(store, "work")
            .keyedBy(text -> text)
            .withoutKey()
            .result(Integer.class)
            .build();
    assertThat(work.run("", invocation, this::effect)).isEqualTo(1);
    assertThat(work.run("", invocation, this::effect)).isEqualTo(2);
    assertThat(work.run("k", invocation, this::effect)).isEqualTo(3);
    assertThat(work.run("k", invocation, this::effect)).isEqualTo(3);
  }

  @Test
  void aHandlerHandlesAnEventOnce() throws Exception {
    Handler<SQSEvent, SQSBatchResponse> handler =
        Idempotent.<SQSEvent, SQSBatchResponse>builder(store, "handler")
            .keyedBy(event -> event.getRecords().getFirst().getMessageId())
            .result(SQSBatchResponse.class)
            .build()
            .around(
                (event, of) -> {
                  assertThat(of).isSameAs(invocation);
                  effects.incrementAndGet();
                  String id = event.getRecords().getFirst().getMessageId();
                  return new SQSBatchResponse(List.of(new BatchItemFailure(id)));
                });
    for (int i = 0; i < 2; i++) {
      SQSBatchResponse response = handler.handle(event("a"), invocation);
      assertThat(response.getBatchItemFailures())
          .extracting(BatchItemFailure::getItemIdentifier)
          .containsExactly("a");
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void plainValuesAreResults() throws Exception {
    assertReplayed(Boolean.class, true);
    assertReplayed(Boolean.class, false);
    assertReplayed(Integer.class, Integer.MIN_VALUE);
    assertReplayed(Long.class, Long.MAX_VALUE);
    assertReplayed(Double.class, -1.5e300);
    assertReplayed(Double.class, Double.NaN);
    assertReplayed(Double.class, Double.NEGATIVE_INFINITY);
    assertReplayed(String.class, "null");
  }

  private <T> void assertReplayed(Class<T> type, T value) throws Exception {
    Idempotent<String, T> work =
        Idempotent.<String, T>builder(store, type.getSimpleName())
            .keyedBy(text -> text)
            .result(type)
            .build();
    assertThat(work.run(String.valueOf(value), invocation, _ -> value)).isEqualTo(value);
    assertThat(
            work.run(
                String.valueOf(value),
                invocation,
                _ -> {
                  throw new AssertionError("done again");
                }))
        .isEqualTo(value);
  }

  /** Its effect is there: to do it again would be worse than to say so each time. */
  @Test
  void workWhoseResultCannotBeWrittenOrReadIsNotDoneAgain() throws Exception {
    IllegalStateException broken = new IllegalStateException("broken codec");
    Codec<Integer> codec =
        new Codec<>() {
          @Override
          public Integer read(JsonReader in) {
            throw broken;
          }

          @Override
          public void write(JsonWriter out, @Nullable Integer value) {
            if (value != null && value == 1) {
              throw broken;
            }
            out.nullValue();
          }
        };
    Idempotent<String, Integer> work =
        Idempotent.<String, Integer>builder(store, "work").keyedBy(k -> k).result(codec).build();
    assertThatThrownBy(() -> work.run("a", invocation, this::effect))
        .isInstanceOf(IdempotencyResultException.class)
        .hasCause(broken);
    assertThatThrownBy(() -> work.run("a", invocation, this::effect))
        .isInstanceOf(IdempotencyResultException.class)
        .hasMessageContaining("was not kept");
    assertThat(work.run("b", invocation, this::effect)).isEqualTo(2);
    assertThatThrownBy(() -> work.run("b", invocation, this::effect))
        .isInstanceOf(IdempotencyResultException.class)
        .hasCause(broken);
    assertThat(effects).hasValue(2);
  }

  @Test
  void whatIsMissingIsSaidWhenItIsBuilt() {
    assertThatThrownBy(() -> Idempotent.builder(store, ""))
        .isInstanceOf(IllegalArgumentException.class);
    IdempotentBuilder<String, Integer> builder = Idempotent.builder(store, "work");
    assertThatThrownBy(builder::build).hasMessageContaining("result(Void.class)");
    builder.result(Integer.class);
    assertThatThrownBy(builder::build).hasMessageContaining("keyedBy");
    builder.keyedByPointer("/id");
    assertThatThrownBy(builder::build).hasMessageContaining("input");
    builder.keyedBy(text -> text).verifyingPayload();
    assertThatThrownBy(builder::build).hasMessageContaining("input");
    assertThatThrownBy(() -> builder.expiresAfter(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.expiresAfter(ChronoUnit.FOREVER.getDuration()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("36500 days");
    assertThatThrownBy(() -> builder.input(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@GenerateCodec");
    assertThat(Json.find(String.class)).isNull();
  }
}
