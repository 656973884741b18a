package dev.thaw.batch;

import static dev.thaw.batch.Batches.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse.Result;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import dev.thaw.handler.Invocation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS's pages on data transformation ask of a function. */
class FirehoseTransformTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();

  private static KinesisFirehoseEvent event(byte[]... data) {
    List<KinesisFirehoseEvent.Record> records = new ArrayList<>();
    for (byte[] bytes : data) {
      KinesisFirehoseEvent.Record record = new KinesisFirehoseEvent.Record();
      record.setRecordId("id-" + records.size());
      record.setData(ByteBuffer.wrap(bytes));
      records.add(record);
    }
    KinesisFirehoseEvent event = new KinesisFirehoseEvent();
    event.setRecords(records);
    return event;
  }

  private static List<String> answers(KinesisAnalyticsInputPreprocessingResponse response) {
    List<String> answers = new ArrayList<>();
    for (KinesisAnalyticsInputPreprocessingResponse.Record record : response.getRecords()) {
      ByteBuffer data = record.getData();
      String text = data == null ? "-" : StandardCharsets.UTF_8.decode(data.duplicate()).toString();
      answers.add(record.getRecordId() + " " + record.getResult() + " " + text);
    }
    return answers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void answersEveryRecord(int threads) {
    KinesisAnalyticsInputPreprocessingResponse response =
        FirehoseTransform.of(Order.class)
            .parallel(threads)
            .process(
                event(
                    utf8("{\"id\":\"a\",\"total\":1}"),
                    utf8("{\"id\":\"drop\"}"),
                    utf8("no json"),
                    utf8("{\"id\":\"fail\"}")),
                invocation,
                (order, _) ->
                    switch (order.id()) {
                      case "drop" -> null;
                      case "fail" -> throw new IllegalStateException();
                      default -> utf8(order.id() + order.total() + "\n");
                    });

    assertThat(answers(response))
        .containsExactly(
            "id-0 Ok a1\n", "id-1 Dropped -", "id-2 ProcessingFailed -", "id-3 ProcessingFailed -");
    assertThat(log.records()).hasSize(2);
  }

  @Test
  void theShortFormGivesRecords() {
    assertThat(
            answers(
                FirehoseTransform.process(
                    event(utf8("a")), invocation, record -> utf8(record.getRecordId()))))
        .containsExactly("id-0 Ok id-0");
    assertThat(
            answers(
                FirehoseTransform.process(
                    new KinesisFirehoseEvent(), invocation, record -> utf8(record.getRecordId()))))
        .isEmpty();
  }

  @Test
  void uncompressesAndDropsIfTold() throws Exception {
    assertThat(
            answers(
                FirehoseTransform.of(Order.class)
                    .gunzip()
                    .dropUndecodable()
                    .process(
                        event(KinesisBatchTest.gzip("{\"id\":\"zip\"}"), utf8("no json")),
                        invocation,
                        (order, _) -> utf8(order.id()))))
        .containsExactly("id-0 Ok zip", "id-1 Dropped -");
  }

  @Test
  void whatDoesNotFitIntoAResponseHasFailed() {
    byte[] large = new byte[2_000_000];
    byte[] huge = new byte[5_000_000];

    KinesisAnalyticsInputPreprocessingResponse response =
        FirehoseTransform.of(byte[].class)
            .process(event(large, huge, large, utf8("small")), invocation, (data, _) -> data);

    assertThat(response.getRecords())
        .extracting(KinesisAnalyticsInputPreprocessingResponse.Record::getResult)
        .containsExactly(Result.Ok, Result.ProcessingFailed, Result.Ok, Result.Ok);
    long length =
        response.getRecords().stream()
            .filter(record -> record.getData() != null)
            .mapToLong(r -> Base64.getEncoder().encode(r.getData().array()).length)
            .sum();
    assertThat(length).isLessThan(6 * 1024 * 1024);
    assertThat(log.records()).hasSize(1);
    assertThat(log.records().getFirst())
        .startsWith("Firehose record id-1 failed")
        .contains("do not fit into a response of 6 MB");
  }

  @ParameterizedTest
  @CsvSource({"-300, Ok", "4, ProcessingFailed"})
  void aResponseMayBeSixMegabytes(int beyond, Result expected) {
    int around = "{\"records\":[{\"recordId\":\"id-0\",\"result\":\"Ok\",\"data\":\"\"}]}".length();
    byte[] data = new byte[(6 * 1024 * 1024 - around + beyond) / 4 * 3];

    KinesisAnalyticsInputPreprocessingResponse response =
        FirehoseTransform.of(byte[].class).process(event(new byte[1]), invocation, (_, _) -> data);

    assertThat(response.getRecords().getFirst().getResult()).isEqualTo(expected);
  }

  @Test
  void failsTheInvocationIfAllFailedAndItIsToldTo() {
    assertThatThrownBy(
            () ->
                FirehoseTransform.of(Order.class)
                    .failWhenAllFailed()
                    .process(event(utf8("x")), invocation, (_, _) -> null))
        .isInstanceOf(BatchFailedException.class);
  }
}
