package dev.thaw.runtime;

import java.io.IOException;

/** The chunk that a streamed response gathers, with room for its frame: one write sends it. */
final class StreamedChunk {
  private static final int CAPACITY = 32 * 1024;

  /** Four hexadecimal digits and the end of their line. */
  private static final int START = 6;

  private static final int END = START + CAPACITY;

  private final byte[] buffer = new byte[END + 2];
  private int end = START;

  boolean isEmpty() {
    return end == START;
  }

  boolean isFull() {
    return end == END;
  }

  /** Adds as many of the bytes as have room, and says how many. */
  int add(byte[] bytes, int offset, int length) {
    int count = Math.min(length, END - end);
    System.arraycopy(bytes, offset, buffer, end, count);
    end += count;
    return count;
  }

  /** Sends the chunk and begins the next one. */
  void sendTo(ChunkedPost post) throws IOException {
    int start = START - 2;
    for (int size = end - START; size > 0; size >>= 4) {
      buffer[--start] = (byte) Character.forDigit(size & 15, 16);
    }
    buffer[START - 2] = '\r';
    buffer[START - 1] = '\n';
    buffer[end] = '\r';
    buffer[end + 1] = '\n';
    int length = end + 2 - start;
    end = START;
    post.send(buffer, start, length);
  }
}
