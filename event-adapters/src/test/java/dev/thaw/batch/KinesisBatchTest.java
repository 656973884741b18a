package dev.thaw.batch;

import static dev.thaw.batch.Batches.failed;
import static dev.thaw.batch.Batches.kinesis;
import static dev.thaw.batch.Batches.kinesisRecord;
import static dev.thaw.batch.Batches.sequence;
import static dev.thaw.batch.Batches.shard;
import static dev.thaw.batch.Batches.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What AWS's page on partial batch responses of Kinesis asks of a function. */
class KinesisBatchTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();
  private final List<String> handled = new ArrayList<>();

  /** Fails for texts that end in {@code !}. */
  private void handle(String text) throws IOException {
    handled.add(text);
    if (text.endsWith("!")) {
      throw new IOException("no room");
    }
  }

  @Test
  void stopsAtTheFirstFailureAndReportsItsSequenceNumber() {
    List<String> failures =
        failed(
            KinesisBatch.of(String.class)
                .process(shard("a0", "b1!", "a2", "b3!"), invocation, (text, _) -> handle(text)));

    assertThat(failures).containsExactly(sequence(1));
    assertThat(handled).containsExactly("a0", "b1!");
    assertThat(log.records()).hasSize(1);
    assertThat(log.records().getFirst())
        .startsWith("Kinesis record " + sequence(1) + " failed\njava.io.IOException: no room\n");
  }

  @Test
  void theShortFormGivesTheRecordsAsTheyAre() {
    KinesisEvent event = shard("a0", "b1", "c2");
    List<KinesisEventRecord> records = new ArrayList<>();

    assertThat(failed(KinesisBatch.process(event, invocation, record -> records.add(record))))
        .isEmpty();
    assertThat(records).isEqualTo(event.getRecords());
    assertThat(failed(KinesisBatch.process(event, invocation, _ -> handle("!"))))
        .containsExactly(sequence(0));
    assertThat(
            failed(
                KinesisBatch.process(
                    new KinesisEvent(), invocation, record -> records.add(record))))
        .isEmpty();
  }

  @Test
  void theEventsBuffersStayAsTheyAre() {
    KinesisEvent event = shard("a0");

    KinesisBatch.of(String.class).process(event, invocation, (_, _) -> {});

    assertThat(event.getRecords().getFirst().getKinesis().getData().remaining()).isEqualTo(2);
  }

  @Test
  void shardsDoNotHoldEachOtherUp() {
    KinesisEventRecord other = kinesisRecord("k", "7", utf8("other"));
    other.setEventID("shardId-000000000007:7");
    KinesisEvent event =
        kinesis(
            kinesisRecord("k", "1", utf8("x!")), other, kinesisRecord("k", "2", utf8("skipped")));

    assertThat(
            failed(
                KinesisBatch.of(String.class)
                    .process(event, invocation, (text, _) -> handle(text))))
        .containsExactly("1");
    assertThat(handled).containsExactly("x!", "other");
  }

  @Test
  void aRecordWithoutSequenceNumberFailsTheInvocation() {
    KinesisEvent event = kinesis(kinesisRecord("k", "", utf8("x")));

    assertThatThrownBy(() -> KinesisBatch.process(event, invocation, _ -> handle("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Records[0] has no kinesis.sequenceNumber");
    assertThat(handled).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadIsDroppedIfTold() {
    KinesisEvent event =
        kinesis(
            kinesisRecord("k", "1", utf8("{")),
            kinesisRecord("k", "2", utf8("{\"id\":\"x\",\"total\":1}")));
    KinesisBatch<Order> batch = KinesisBatch.of(Order.class);

    assertThat(failed(batch.process(event, invocation, (order, _) -> handle(order.id()))))
        .containsExactly("1");
    assertThat(
            failed(
                batch
                    .dropUndecodable()
                    .process(event, invocation, (order, _) -> handle(order.id()))))
        .isEmpty();
    assertThat(handled).containsExactly("x");
  }

  @Test
  void uncompressesGzipAndLeavesTheRestAlone() throws Exception {
    byte[] two = concat(gzip("{\"id\":\"zip\","), gzip("\"total\":1}"));
    KinesisEvent event =
        kinesis(
            kinesisRecord("k", "1", two),
            kinesisRecord("k", "2", utf8("{\"id\":\"plain\",\"total\":1}")));

    assertThat(
            failed(
                KinesisBatch.of(Order.class)
                    .gunzip()
                    .process(event, invocation, (order, _) -> handle(order.id()))))
        .isEmpty();
    assertThat(handled).containsExactly("zip", "plain");
  }

  @Test
  void aBombOfGzipIsNotLetOff() throws Exception {
    byte[] bomb = gzip("0".repeat(2_000_000));
    byte[] broken = Arrays.copyOf(bomb, bomb.length / 2);
    assertThat(bomb.length).isLessThan(4_000);
    KinesisBatch<String> batch = KinesisBatch.of(String.class).gunzip(1_000_000);
    PayloadHandler<String, UserRecord> handler = (text, _) -> handle(text);

    KinesisEvent event = kinesis(kinesisRecord("k", "1", bomb));
    assertThat(failed(batch.process(event, invocation, handler))).containsExactly("1");
    assertThat(log.records().getFirst()).contains("longer than 1000000 bytes when uncompressed");
    event = kinesis(kinesisRecord("k", "2", broken));
    assertThat(failed(batch.process(event, invocation, handler))).containsExactly("2");
    assertThat(handled).isEmpty();

    event = kinesis(kinesisRecord("k", "3", gzip("0".repeat(1_000_000))));
    assertThat(failed(batch.process(event, invocation, handler))).isEmpty();
    assertThatThrownBy(() -> batch.gunzip(0)).isInstanceOf(IllegalArgumentException.class);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(utf8(text));
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
