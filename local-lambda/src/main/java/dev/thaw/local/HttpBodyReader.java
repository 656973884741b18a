package dev.thaw.local;

import dev.thaw.local.ReceivedRequest.Completeness;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Reads the body of one request whole, keeping no more than the limit. */
final class HttpBodyReader {
  /** So much beyond the limit is read and thrown away, so that the peer can read the answer. */
  private static final long DISCARDED = 64L << 20;

  private final HttpBodyStream stream;
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long discarded;

  HttpBodyReader(HttpBodyStream stream, int limit) {
    this.stream = stream;
    this.limit = limit;
  }

  /** Reads to the end; what does not come whole is told by {@link HttpBody#completeness}. */
  HttpBody read() throws IOException {
    HttpBody body = new HttpBody(stream);
    readInto(body);
    return body;
  }

  void readInto(HttpBody body) throws IOException {
    try {
      transfer();
      body.finish(
          kept.toByteArray(), discarded > 0 ? Completeness.TOO_LARGE : Completeness.COMPLETE);
    } catch (EOFException e) {
      body.finish(kept.toByteArray(), Completeness.TRUNCATED);
    }
  }

  private void transfer() throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      int keep = Math.min(n, limit - kept.size());
      kept.write(buffer, 0, keep);
      discarded += n - keep;
      if (discarded > DISCARDED) {
        throw new HttpException(413, "request body too large");
      }
    }
  }
}
