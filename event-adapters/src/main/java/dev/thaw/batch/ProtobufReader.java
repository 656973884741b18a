package dev.thaw.batch;

import java.util.Arrays;

/**
 * Reads the fields of one message of Protocol Buffers, never beyond its end. What is malformed is
 * an {@link IllegalArgumentException}.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final byte[] data;
  private final int end;
  private int pos;
  private int field;
  private int type;

  ProtobufReader(byte[] data, int from, int end) {
    this.data = data;
    this.pos = from;
    this.end = end;
  }

  /** Goes on to the next field, whose value is then to be read or skipped. */
  boolean nextField() {
    if (pos == end) {
      return false;
    }
    long tag = rawVarint();
    field = (int) (tag >>> 3);
    type = (int) tag & 7;
    if (tag >>> 3 == 0 || tag >>> 32 != 0) {
      throw malformed();
    }
    return true;
  }

  /** The number of the field. */
  int field() {
    return field;
  }

  /** The value of an integer field. */
  long varint() {
    require(VARINT);
    return rawVarint();
  }

  /** A copy of the value of a field of bytes or text. */
  byte[] bytes() {
    int from = enter();
    return Arrays.copyOfRange(data, from, pos);
  }

  /** A reader of the value of a message field. */
  ProtobufReader message() {
    int from = enter();
    return new ProtobufReader(data, from, pos);
  }

  /** Passes over a value of any kind. */
  void skip() {
    switch (type) {
      case VARINT -> rawVarint();
      case FIXED64 -> advance(8);
      case LENGTH -> enter();
      case FIXED32 -> advance(4);
      default -> throw malformed(); // groups, which this format never had
    }
  }

  /** Moves behind a value with a length and returns where it begins. */
  private int enter() {
    require(LENGTH);
    long length = rawVarint();
    int from = pos;
    advance(length);
    return from;
  }

  private void advance(long length) {
    if (length < 0 || length > end - pos) {
      throw malformed();
    }
    pos += (int) length;
  }

  private void require(int expected) {
    if (type != expected) {
      throw malformed();
    }
  }

  private long rawVarint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (pos == end) {
        throw malformed();
      }
      byte b = data[pos++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw malformed();
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("The record's Protocol Buffers are malformed");
  }
}
