package dev.thaw.handler;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Characters straight into a stream: nothing stays behind but half of a surrogate pair. */
final class Utf8Writer extends Writer {
  private static final int PIECE = 8 * 1024;

  private final OutputStream out;

  /** The first half of a pair whose second is still to come; 0 if there is none. */
  private char high;

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int at = offset, end = offset + length; at < end; at += PIECE) {
      piece(new String(text, at, Math.min(PIECE, end - at)));
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    for (int at = offset, end = offset + length; at < end; at += PIECE) {
      piece(text.substring(at, Math.min(at + PIECE, end)));
    }
  }

  private void piece(String text) throws IOException {
    synchronized (lock) {
      String whole = high == 0 ? text : high + text;
      char last = whole.charAt(whole.length() - 1);
      high = Character.isHighSurrogate(last) ? last : 0;
      int length = whole.length() - (high == 0 ? 0 : 1);
      out.write(whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      if (high != 0) {
        high = 0;
        out.write('?'); // what Java writes for half of a pair
      }
    }
    out.close();
  }
}
