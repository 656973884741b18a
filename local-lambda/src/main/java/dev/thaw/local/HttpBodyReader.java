package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request, of stated length or chunked, keeping no more than the limit. */
final class HttpBodyReader {
  /** So much beyond the limit is read and thrown away, so that the peer can read the answer. */
  private static final long DISCARDED = 64L << 20;

  private static final int CHUNK_SIZE_DIGITS = 15;

  private final InputStream in;
  private final HttpHeadReader lines;
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long discarded;

  HttpBodyReader(InputStream in, HttpHeadReader lines, int limit) {
    this.in = in;
    this.lines = lines;
    this.limit = limit;
  }

  HttpBody read(HttpHead head) throws IOException, HttpException {
    String encoding = Header.first(head.headers(), "Transfer-Encoding");
    long length = contentLength(head.headers());
    if (encoding == null) {
      return readLength(length < 0 ? 0 : length);
    }
    if (!encoding.equalsIgnoreCase("chunked")) {
      throw new HttpException(501, "unsupported transfer encoding");
    }
    if (length >= 0) {
      throw new HttpException(400, "both Transfer-Encoding and Content-Length");
    }
    return readChunks();
  }

  private HttpBody readLength(long length) throws IOException, HttpException {
    try {
      transfer(length);
      return body(List.of());
    } catch (EOFException e) {
      return truncated();
    }
  }

  private HttpBody readChunks() throws IOException, HttpException {
    try {
      long size;
      while ((size = chunkSize(lines.chunkLine())) > 0) {
        transfer(size);
        if (!lines.chunkLine().isEmpty()) {
          return truncated();
        }
      }
      return size < 0 ? truncated() : body(lines.trailers());
    } catch (EOFException e) {
      return truncated();
    }
  }

  private HttpBody body(List<Header> trailers) {
    return new HttpBody(
        kept.toByteArray(),
        trailers,
        discarded > 0 ? Completeness.TOO_LARGE : Completeness.COMPLETE);
  }

  private HttpBody truncated() {
    return new HttpBody(kept.toByteArray(), List.of(), Completeness.TRUNCATED);
  }

  private void transfer(long length) throws IOException, HttpException {
    byte[] buffer = new byte[(int) Math.min(length, 1 << 16)];
    long left = length;
    while (left > 0) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new EOFException();
      }
      int keep = Math.min(n, limit - kept.size());
      kept.write(buffer, 0, keep);
      discarded += n - keep;
      if (discarded > DISCARDED) {
        throw new HttpException(413, "request body too large");
      }
      left -= n;
    }
  }

  /** The size in a chunk's first line; negative if it is malformed. */
  private static long chunkSize(String line) {
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    if (digits.isEmpty() || digits.length() > CHUNK_SIZE_DIGITS) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0) {
        return -1;
      }
    }
    return Long.parseLong(digits, 16);
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
