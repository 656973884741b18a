package dev.thaw.runtime;

import java.util.Arrays;

/** Bytes in a buffer that is used again: an event or a response. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Payload(byte[] bytes, int offset, int length) {

  static Payload of(byte[] bytes) {
    return new Payload(bytes, 0, bytes.length);
  }

  /** The bytes alone, for whoever may keep them longer than the buffer lasts. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
