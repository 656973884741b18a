package dev.thaw.runtime;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** A handler that reads and writes the bytes itself. */
final class StreamFunction implements Function {
  private final Handler<@Nullable Object, @Nullable Object> handler;

  /**
   * A function of bytes.
   *
   * @param handler its events are input streams and its responses byte arrays
   */
  StreamFunction(Handler<@Nullable Object, @Nullable Object> handler) {
    this.handler = handler;
  }

  @Override
  public Payload invoke(Payload event, Invocation invocation, Exchange exchange) throws Exception {
    // The event is copied, since the buffer is used again: a stream that the handler hands on to
    // another thread must never show the next caller's event.
    Object response = handler.handle(new ByteArrayInputStream(event.copy()), invocation);
    if (response instanceof byte[] bytes) {
      return Payload.of(bytes);
    }
    throw new ClassCastException(
        "An interceptor must answer for this handler with a byte[], not with "
            + (response == null ? "null" : response.getClass().getName()));
  }
}
