package dev.thaw.runtime;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.zip.CRC32;

/**
 * A jar's content by its central directory, which holds every entry's name, size and CRC: a few
 * kilobytes to read, however large the jar.
 */
final class JarDirectory {
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 0xffff;
  private static final int MAX_DIRECTORY = 64 * 1024 * 1024;
  private static final byte[] END_SIGNATURE = {'P', 'K', 5, 6};

  private JarDirectory() {}

  /**
   * A CRC-32 of the central directory and the record that ends the file.
   *
   * @throws IOException if the file cannot be read or has no central directory
   */
  static long checksum(String jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
      long length = file.length();
      byte[] end = tail(file, length, END_LENGTH);
      int at = endRecord(end);
      if (at < 0) {
        end = tail(file, length, END_LENGTH + MAX_COMMENT);
        at = endRecord(end);
      }
      if (at < 0) {
        throw new IOException(jar + " is not a jar");
      }
      long size = int32(end, at + 12);
      // From the end, as the JVM does: the offset is wrong where a script stands before the jar.
      long offset = length - (end.length - at) - size;
      if (size > MAX_DIRECTORY || offset < 0) {
        throw new IOException(jar + " has a broken central directory");
      }
      byte[] directory = new byte[(int) size];
      file.seek(offset);
      file.readFully(directory);
      CRC32 crc = new CRC32();
      crc.update(directory, 0, directory.length);
      crc.update(end, at, end.length - at);
      return crc.getValue();
    }
  }

  private static byte[] tail(RandomAccessFile file, long length, int most) throws IOException {
    byte[] tail = new byte[(int) Math.min(length, most)];
    file.seek(length - tail.length);
    file.readFully(tail);
    return tail;
  }

  /** Where the record that ends the file begins; it is followed by a comment of given length. */
  private static int endRecord(byte[] tail) {
    for (int i = tail.length - END_LENGTH; i >= 0; i--) {
      if (tail[i] == END_SIGNATURE[0]
          && tail[i + 1] == END_SIGNATURE[1]
          && tail[i + 2] == END_SIGNATURE[2]
          && tail[i + 3] == END_SIGNATURE[3]) {
        return i;
      }
    }
    return -1;
  }

  private static long int32(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | (bytes[at + 1] & 0xffL) << 8
        | (bytes[at + 2] & 0xffL) << 16
        | (bytes[at + 3] & 0xffL) << 24;
  }
}
