package dev.thaw.batch;

import static dev.thaw.batch.Batches.failed;
import static dev.thaw.batch.Batches.kinesis;
import static dev.thaw.batch.Batches.kinesisRecord;
import static dev.thaw.batch.Batches.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Records of the KPL, packed by Google's Protocol Buffers. */
class AggregatedRecordTest {
  private final RecordedLog log = new RecordedLog();
  private final Invocation invocation = log.invocation();
  private final List<UserRecord> found = new ArrayList<>();

  private List<String> process(byte[]... records) {
    KinesisEvent event = new KinesisEvent();
    event.setRecords(new ArrayList<>());
    for (int i = 0; i < records.length; i++) {
      event.getRecords().add(kinesisRecord("outer", "" + (i + 1), records[i]));
    }
    return failed(
        KinesisBatch.of(byte[].class).process(event, invocation, (_, record) -> found.add(record)));
  }

  @Test
  void unpacksKeysAndData() {
    byte[] packed =
        new KplEncoder()
            .add("ключ", null, utf8("one"))
            .add("b", "340282366920938463463374607431768211455", new byte[0])
            .add("ключ", null, new byte[300])
            .encode();

    assertThat(process(packed, utf8("plain"))).isEmpty();

    assertThat(found)
        .extracting(UserRecord::partitionKey)
        .containsExactly("ключ", "b", "ключ", "outer");
    assertThat(found)
        .extracting(UserRecord::explicitHashKey)
        .containsExactly(null, "340282366920938463463374607431768211455", null, null);
    assertThat(found).extracting(UserRecord::subSequenceNumber).containsExactly(0, 1, 2, 0);
    assertThat(found).extracting(UserRecord::sequenceNumber).containsExactly("1", "1", "1", "2");
    assertThat(found)
        .extracting(UserRecord::data)
        .containsExactly(utf8("one"), new byte[0], new byte[300], utf8("plain"));
  }

  @Property(tries = 300)
  void unpacksWhateverWasPacked(
      @ForAll @Size(max = 40) List<String> keys, @ForAll @Size(max = 40) List<byte[]> data) {
    KplEncoder encoder = new KplEncoder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < Math.min(keys.size(), data.size()); i++) {
      // Google's encoder replaces lone surrogates as Java's does
      String key = new String(utf8(keys.get(i)), java.nio.charset.StandardCharsets.UTF_8);
      encoder.add(key, i % 3 == 0 ? key : null, data.get(i));
      expected.add(key + Arrays.toString(data.get(i)) + (i % 3 == 0 ? key : null));
    }

    assertThat(process(encoder.encode())).isEmpty();

    assertThat(found)
        .extracting(r -> r.partitionKey() + Arrays.toString(r.data()) + r.explicitHashKey())
        .containsExactlyElementsOf(expected);
    found.clear();
  }

  @Test
  void aRecordThatOnlyLooksPackedIsOneRecord() {
    byte[] packed = new KplEncoder().add("a", null, utf8("one")).encode();
    byte[] wrongDigest = packed.clone();
    wrongDigest[wrongDigest.length - 1] ^= 1;
    byte[] tooShort = Arrays.copyOf(packed, 10);
    byte[] lost = new KplEncoder().add("a", null, utf8("one")).addLost().encode();

    assertThat(process(wrongDigest, tooShort, lost)).isEmpty();

    assertThat(found).extracting(UserRecord::data).containsExactly(wrongDigest, tooShort, lost);
  }

  @Test
  void malformedMessagesNeitherHangNorReachBeyondTheirEnd() {
    byte[] packed =
        new KplEncoder().add("a", "1", utf8("one")).add("b", null, new byte[200]).encode();
    byte[] message = Arrays.copyOfRange(packed, 4, packed.length - 16);
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      byte[] mutant = Arrays.copyOf(message, random.nextInt(message.length) + 1);
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      assertThat(process(KplEncoder.seal(mutant))).isEmpty();
    }
    long unpackedOrWhole = found.stream().filter(r -> r.data().length <= packed.length).count();
    assertThat(unpackedOrWhole).isEqualTo(found.size());
  }

  @Test
  void aFailureInsideReportsThePackedRecord() {
    byte[] packed =
        new KplEncoder().add("a", null, utf8("one")).add("a", null, utf8("two")).encode();
    List<String> handled = new ArrayList<>();

    List<String> failures =
        failed(
            KinesisBatch.of(String.class)
                .process(
                    kinesis(
                        kinesisRecord("k", "1", utf8("zero")),
                        kinesisRecord("k", "2", packed),
                        kinesisRecord("k", "3", utf8("three"))),
                    invocation,
                    (text, _) -> {
                      handled.add(text);
                      if (text.equals("two")) {
                        throw new IllegalStateException();
                      }
                    }));

    assertThat(failures).containsExactly("2");
    assertThat(handled).containsExactly("zero", "one", "two");
    assertThat(log.records()).hasSize(1);
  }

  @Test
  void theOrderPerKeyIsThatOfTheProducersKeys() {
    List<Integer> places = new ArrayList<>();
    KplEncoder first = new KplEncoder();
    KplEncoder second = new KplEncoder();
    for (int i = 0; i < 50; i++) {
      (i < 25 ? first : second).add("a", null, new byte[] {(byte) i});
    }

    assertThat(
            failed(
                KinesisBatch.of(byte[].class)
                    .inOrderPerKey()
                    .parallel(8)
                    .process(
                        kinesis(
                            kinesisRecord("one", "1", first.encode()),
                            kinesisRecord("two", "2", second.encode())),
                        invocation,
                        (data, _) -> places.add((int) data[0]))))
        .isEmpty();
    assertThat(places).hasSize(50).isSorted();
  }
}
