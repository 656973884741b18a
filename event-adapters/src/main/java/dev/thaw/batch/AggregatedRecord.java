package dev.thaw.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what the Kinesis Producer Library has packed into one record: four bytes of magic, a
 * message of Protocol Buffers, and the message's MD5.
 *
 * @see <a
 *     href="https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md">
 *     KPL Aggregated Record Format</a>
 */
final class AggregatedRecord {
  private static final byte[] MAGIC = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
  private static final int DIGEST = 16;

  private final UserRecord packed;
  private final List<String> partitionKeys = new ArrayList<>();
  private final List<String> hashKeys = new ArrayList<>();
  private final List<UserRecord> found = new ArrayList<>();

  private AggregatedRecord(UserRecord packed) {
    this.packed = packed;
  }

  /** Whether data begins like an aggregated record. */
  static boolean looksLike(byte[] data) {
    return data.length >= MAGIC.length + DIGEST && Arrays.mismatch(data, MAGIC) == MAGIC.length;
  }

  /**
   * Adds the records in an aggregated one. One whose digest is wrong only looks like one, and is
   * added as it is, as the Kinesis Client Library does; so is one that is malformed, and its
   * payload turns out to be unreadable where that of any other record would.
   */
  static void addTo(List<UserRecord> records, UserRecord record) {
    byte[] data = record.data();
    int end = data.length - DIGEST;
    if (!Arrays.equals(digest(data, end), Arrays.copyOfRange(data, end, data.length))) {
      records.add(record);
      return;
    }
    AggregatedRecord aggregated = new AggregatedRecord(record);
    try {
      aggregated.read(new ProtobufReader(data, MAGIC.length, end));
    } catch (IllegalArgumentException e) {
      records.add(record);
      return;
    }
    records.addAll(aggregated.found);
  }

  private static byte[] digest(byte[] data, int end) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(data, MAGIC.length, end - MAGIC.length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private void read(ProtobufReader in) {
    // The tables may stand behind the records that point into them.
    List<ProtobufReader> records = new ArrayList<>();
    while (in.nextField()) {
      switch (in.field()) {
        case 1 -> partitionKeys.add(text(in.bytes()));
        case 2 -> hashKeys.add(text(in.bytes()));
        case 3 -> records.add(in.message());
        default -> in.skip();
      }
    }
    for (ProtobufReader record : records) {
      found.add(userRecord(record));
    }
  }

  private UserRecord userRecord(ProtobufReader in) {
    String partitionKey = null;
    String hashKey = null;
    byte @Nullable [] data = null;
    while (in.nextField()) {
      switch (in.field()) {
        case 1 -> partitionKey = at(partitionKeys, in.varint());
        case 2 -> hashKey = at(hashKeys, in.varint());
        case 3 -> data = in.bytes();
        default -> in.skip();
      }
    }
    if (partitionKey == null || data == null) {
      throw new IllegalArgumentException("A record lacks its key or its data");
    }
    return new UserRecord(packed.record(), partitionKey, hashKey, found.size(), data);
  }

  private static String at(List<String> table, long index) {
    if (index < 0 || index >= table.size()) {
      throw new IllegalArgumentException("A record points outside of its table of keys");
    }
    return table.get((int) index);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
