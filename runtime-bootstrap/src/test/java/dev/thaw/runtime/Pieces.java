package dev.thaw.runtime;

import java.io.InputStream;

/** Bytes as a socket may bring them: in pieces of any size, and then the end. */
final class Pieces extends InputStream {
  private final byte[] bytes;
  private final int seed;
  private int position;
  private int reads;

  /**
   * A stream of pieces.
   *
   * @param seed decides how they are cut; 0 for one piece
   */
  Pieces(byte[] bytes, int seed) {
    this.bytes = bytes;
    this.seed = seed;
  }

  /** How often it was read. */
  int reads() {
    return reads;
  }

  @Override
  public int read() {
    reads++;
    return position < bytes.length ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    reads++;
    int left = bytes.length - position;
    if (left == 0) {
      return -1;
    }
    int most =
        seed == 0 ? left : 1 + Math.floorMod(seed * 31 + position * 7, 1 + Math.abs(seed % 64));
    int count = Math.min(Math.min(length, left), most);
    System.arraycopy(bytes, position, into, offset, count);
    position += count;
    return count;
  }
}
