package dev.thaw.local;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * How the bytes of an answer go out.
 *
 * @param dribbled one by one
 * @param limit behind so many of them the connection is closed
 * @param close what becomes of the connection behind the last of them
 */
record Delivery(boolean dribbled, int limit, Close close) {
  static final Delivery USUAL = new Delivery(false, Integer.MAX_VALUE, Close.NO);

  /** What becomes of the connection. */
  enum Close {
    NO,
    /** It is closed, and nothing has told so. */
    SILENT,
    /** The answer has said {@code Connection: close}. */
    ANNOUNCED
  }

  /** Whether the connection is still good behind an answer of that length. */
  boolean keepsOpen(int length) {
    return close == Close.NO && length <= limit;
  }

  void send(byte[] bytes, OutputStream out) throws IOException {
    byte[] sent = bytes.length <= limit ? bytes : Arrays.copyOf(bytes, limit);
    if (!dribbled) {
      out.write(sent);
      return;
    }
    for (byte b : sent) {
      out.write(b);
      // The peer must find each byte alone, so its reader gets a chance before the next one.
      LockSupport.parkNanos(1_000);
    }
  }
}
