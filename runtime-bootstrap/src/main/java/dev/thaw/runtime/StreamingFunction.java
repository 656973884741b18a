package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.handler.Invocation;
import dev.thaw.handler.StreamingHandler;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** A handler that streams its response. */
final class StreamingFunction implements Function {
  private final @Nullable Codec<Object> eventCodec;
  private final StreamingHandler<@Nullable Object> handler;
  private final Interceptors interceptors;

  /**
   * A streaming function.
   *
   * @param eventCodec null if the handler reads the bytes itself
   */
  StreamingFunction(
      @Nullable Codec<Object> eventCodec,
      StreamingHandler<@Nullable Object> handler,
      Interceptors interceptors) {
    this.eventCodec = eventCodec;
    this.handler = handler;
    this.interceptors = interceptors;
  }

  @Override
  public @Nullable Payload invoke(Payload event, Invocation invocation, Exchange exchange)
      throws Exception {
    Object value = read(event);
    StreamedResponse stream = exchange.openStream();
    StreamingCall call = new StreamingCall(handler, stream);
    Object response = interceptors.around(call).handle(value, invocation);
    if (response != null) {
      throw new ClassCastException(
          "An interceptor must answer for a StreamingHandler with null, not with "
              + response.getClass().getName());
    }
    stream.checkLength();
    return null;
  }

  private @Nullable Object read(Payload event) {
    if (eventCodec == null) {
      // Copied, since the handler may keep the stream and the buffer is used again.
      return new ByteArrayInputStream(event.copy());
    }
    JsonReader in = new JsonReader(event.bytes(), event.offset(), event.length());
    Object value = eventCodec.read(in);
    in.endOfInput();
    return value;
  }
}
