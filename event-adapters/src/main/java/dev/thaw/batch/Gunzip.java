package dev.thaw.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Uncompresses payloads of gzip, and leaves others alone. */
final class Gunzip {
  static final int DEFAULT_MAXIMUM = 16 << 20;

  private Gunzip() {}

  /**
   * Uncompresses a payload that begins like gzip.
   *
   * @param maximum how many bytes it may become; 0 to leave every payload alone
   * @throws IllegalArgumentException if it is malformed or becomes longer
   */
  static byte[] open(byte[] data, int maximum) {
    if (maximum == 0 || data.length < 2 || data[0] != 0x1f || data[1] != (byte) 0x8b) {
      return data;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
      byte[] opened = in.readNBytes(maximum);
      if (in.read() >= 0) {
        throw new IllegalArgumentException(
            "The payload is longer than " + maximum + " bytes when uncompressed");
      }
      return opened;
    } catch (IOException e) {
      throw new IllegalArgumentException("The payload is malformed gzip", e);
    }
  }

  static int requirePositive(int maximum) {
    if (maximum < 1) {
      throw new IllegalArgumentException("A payload needs at least one byte, not " + maximum);
    }
    return maximum;
  }
}
