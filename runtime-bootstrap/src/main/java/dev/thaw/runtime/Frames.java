package dev.thaw.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Records for the descriptor that Lambda may give to a runtime: each in a frame, so that one of
 * several lines is one record in CloudWatch.
 *
 * <p>A frame is a type, the length of the record and microseconds since 1970, 16 big-endian bytes
 * in all, and the record. The type says which level the record has, that there is a time, and
 * whether it is JSON.
 */
final class Frames {
  private static final int HEADER = 16;
  private static final int TYPE = 0xa55a0000;
  private static final int TIMED = 1 << 1;
  private static final int TEXT = 1;

  private final OutputStream out;
  private final int format;

  private Frames(OutputStream out, int format) {
    this.out = out;
    this.format = format;
  }

  /**
   * Opens the descriptor.
   *
   * @param descriptor what {@code _LAMBDA_TELEMETRY_LOG_FD} says
   * @throws IOException if it cannot be written to
   */
  static Frames open(String descriptor, boolean json) throws IOException {
    int number;
    try {
      number = Integer.parseInt(descriptor);
    } catch (NumberFormatException e) {
      throw new IOException("It is not a number", e);
    }
    return new Frames(Descriptor.open(number), json ? 0 : TEXT);
  }

  /** Writes one record of a level, which is an ordinal of AWS's {@code LogLevel}. */
  synchronized void write(int level, byte[] record) throws IOException {
    Instant now = Instant.now();
    ByteBuffer frame = ByteBuffer.allocate(HEADER + record.length);
    frame.putInt(TYPE | level << 2 | TIMED | format);
    frame.putInt(record.length);
    frame.putLong(now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
    frame.put(record);
    out.write(frame.array());
  }
}
