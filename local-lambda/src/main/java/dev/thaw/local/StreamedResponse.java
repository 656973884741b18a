package dev.thaw.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is read while the runtime sends it, as a caller of {@code
 * InvokeWithResponseStream} does.
 */
public final class StreamedResponse {
  /** 200 MB: Lambda's limit for a streamed response. */
  static final long MAX = 200L << 20;

  private final @Nullable String contentType;
  private final boolean streaming;
  private final Body body;

  private StreamedResponse(ReceivedRequest request, boolean streaming, InputStream body) {
    this.contentType = request.header("Content-Type");
    this.streaming = streaming;
    this.body = new Body(body);
  }

  static StreamedResponse streaming(ReceivedRequest request) {
    return new StreamedResponse(request, true, request.received().stream());
  }

  static StreamedResponse buffered(ReceivedRequest request) {
    return new StreamedResponse(request, false, new ByteArrayInputStream(request.body()));
  }

  /** The content type that came with it; null if none did. */
  public @Nullable String contentType() {
    return contentType;
  }

  /** Whether the runtime said {@code streaming}; otherwise the response had come in whole. */
  public boolean streaming() {
    return streaming;
  }

  /**
   * The body. A read gives what has arrived; as long as nobody reads, the runtime's writes block
   * when the sockets' buffers are full. The invocation ends when its end has been read, or when the
   * stream is closed: then the connection is cut. Reads throw {@link IOException} if the body was
   * cut short, or is longer than 200 MB.
   */
  public InputStream body() {
    return body;
  }

  /** How many bytes of the body have been read. */
  public long received() {
    return body.count;
  }

  /** Completes with true when the body has been read to its end, false if that cannot happen. */
  CompletableFuture<Boolean> ended() {
    return body.ended;
  }

  boolean tooLarge() {
    return body.count > MAX;
  }

  private static final class Body extends InputStream {
    private final InputStream in;
    final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    volatile long count;

    Body(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int n = in.read(buffer, offset, length);
        if (n < 0) {
          ended.complete(true);
          return n;
        }
        long total = count + n;
        count = total;
        if (total > MAX) {
          throw new IOException("the response is longer than " + MAX + " bytes");
        }
        return n;
      } catch (IOException e) {
        ended.complete(false);
        throw e;
      }
    }

    @Override
    public void close() {
      ended.complete(false);
    }
  }
}
