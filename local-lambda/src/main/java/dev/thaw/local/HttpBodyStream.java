package dev.thaw.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request while it arrives, without its transfer encoding. A read gives what has
 * come, and nothing is read ahead: who does not read makes the peer wait.
 */
final class HttpBodyStream extends InputStream {
  private static final int CHUNK_SIZE_DIGITS = 15;

  private final InputStream in;
  private final HttpHeadReader lines;
  private final boolean chunked;

  /** Bytes of the body, or of the chunk at hand. */
  private long left;

  private boolean withinChunk;
  private volatile boolean ended;
  private volatile List<Header> trailers = List.of();

  private HttpBodyStream(InputStream in, HttpHeadReader lines, boolean chunked, long left) {
    this.in = in;
    this.lines = lines;
    this.chunked = chunked;
    this.left = left;
    this.ended = !chunked && left == 0;
  }

  /**
   * The body behind a head.
   *
   * @throws HttpException if the head does not tell its length
   */
  static HttpBodyStream of(HttpHead head, InputStream in, HttpHeadReader lines)
      throws HttpException {
    String encoding = Header.first(head.headers(), "Transfer-Encoding");
    long length = contentLength(head.headers());
    if (encoding == null) {
      return new HttpBodyStream(in, lines, false, Math.max(0, length));
    }
    if (!encoding.equalsIgnoreCase("chunked")) {
      throw new HttpException(501, "unsupported transfer encoding");
    }
    if (length >= 0) {
      throw new HttpException(400, "both Transfer-Encoding and Content-Length");
    }
    return new HttpBodyStream(in, lines, true, 0);
  }

  /** Whether all of it, with its trailers, has been read. */
  boolean ended() {
    return ended;
  }

  /** The fields behind a chunked body; empty before its end. */
  List<Header> trailers() {
    return trailers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * {@inheritDoc}
   *
   * @throws EOFException if the peer closed the connection, or broke the encoding, in the middle
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!ended && left == 0) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int n = in.read(buffer, offset, (int) Math.min(left, length));
    if (n < 0) {
      throw new EOFException("the body was cut short");
    }
    left -= n;
    ended = !chunked && left == 0;
    return n;
  }

  private void nextChunk() throws IOException {
    if (withinChunk && !lines.chunkLine().isEmpty()) {
      throw malformed();
    }
    left = chunkSize(lines.chunkLine());
    withinChunk = true;
    if (left == 0) {
      trailers = lines.trailers();
      ended = true;
    }
  }

  private static long chunkSize(String line) throws EOFException {
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    if (digits.isEmpty() || digits.length() > CHUNK_SIZE_DIGITS) {
      throw malformed();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0) {
        throw malformed();
      }
    }
    return Long.parseLong(digits, 16);
  }

  private static EOFException malformed() {
    return new EOFException("the chunked encoding is broken");
  }

  private static long contentLength(List<Header> headers) throws HttpException {
    @Nullable String found = null;
    for (Header header : headers) {
      if (header.is("Content-Length")) {
        if (found != null && !found.equals(header.value())) {
          throw new HttpException(400, "more than one Content-Length");
        }
        found = header.value();
      }
    }
    if (found == null) {
      return -1;
    }
    if (found.isEmpty()
        || found.length() > CHUNK_SIZE_DIGITS
        || !found.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new HttpException(400, "malformed Content-Length");
    }
    return Long.parseLong(found);
  }
}
