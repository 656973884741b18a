package dev.thaw.runtime;

import dev.thaw.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers a body that would be streamed, where it has to go back in one piece. */
final class GatheredBody extends OutputStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
  private @Nullable ResponseTooLargeException failure;

  private GatheredBody() {}

  /**
   * The same response with its body at hand.
   *
   * @throws ResponseTooLargeException if Lambda would refuse it, whatever the writer makes of it
   */
  static HttpResponse of(HttpResponse response) throws Exception {
    GatheredBody body = new GatheredBody();
    response.writeBody(body);
    body.checkRoom(0);
    return response.withBody(body.bytes.toByteArray());
  }

  @Override
  public void write(int b) throws IOException {
    checkRoom(1);
    bytes.write(b);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, source.length);
    checkRoom(length);
    bytes.write(source, offset, length);
  }

  /** Refuses before memory is filled with what Lambda would refuse. */
  private void checkRoom(int more) throws ResponseTooLargeException {
    if (failure == null && bytes.size() > InvocationLoop.MAX_RESPONSE - more) {
      failure =
          new ResponseTooLargeException(bytes.size() + (long) more, InvocationLoop.MAX_RESPONSE);
    }
    if (failure != null) {
      throw failure;
    }
  }
}
