package com.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.Record;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.thaw.handler.Invocation;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordCountTest {
  private final RecordedLog log = new RecordedLog();
  private final WordCount words = new WordCount();

  @Test
  void countsWordsOverAllEvents() {
    assertThat(failures(record("1", "ice, ice".getBytes(UTF_8)))).isEmpty();
    assertThat(failures(record("2", "snow ice.".getBytes(UTF_8)))).isEmpty();
    assertThat(log.lines()).isEqualTo(List.of("{ice=2}", "{ice=3, snow=1}"));
  }

  @Test
  void stopsAtTheFirstRecordThatIsNoText() {
    byte[] noText = {(byte) 0xff};
    List<String> failures =
        failures(record("1", "ice".getBytes(UTF_8)), record("2", noText), record("3", noText));
    assertThat(failures).isEqualTo(List.of("2"));
    assertThat(log.lines().getFirst())
        .startsWith("Kinesis record 2 failed\n" + MalformedInputException.class.getName());
    assertThat(log.lines()).last().isEqualTo("{ice=1}");
  }

  private List<String> failures(KinesisEventRecord... records) {
    KinesisEvent event = new KinesisEvent();
    event.setRecords(List.of(records));
    return words
        .handle(event, Invocation.builder().logger(log).build())
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static KinesisEventRecord record(String sequenceNumber, byte[] data) {
    Record kinesis = new Record();
    kinesis.setSequenceNumber(sequenceNumber);
    kinesis.setData(ByteBuffer.wrap(data));
    KinesisEventRecord record = new KinesisEventRecord();
    record.setEventID("shard:" + sequenceNumber);
    record.setKinesis(kinesis);
    return record;
  }
}
