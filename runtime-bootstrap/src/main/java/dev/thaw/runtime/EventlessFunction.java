package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** A handler that takes no event, which need not even be JSON then. */
final class EventlessFunction implements Function {
  private final Codec<Object> responseCodec;
  private final Handler<@Nullable Object, @Nullable Object> handler;

  EventlessFunction(
      Codec<Object> responseCodec, Handler<@Nullable Object, @Nullable Object> handler) {
    this.responseCodec = responseCodec;
    this.handler = handler;
  }

  @Override
  public Payload invoke(Payload event, Invocation invocation, Exchange exchange) throws Exception {
    Object response = handler.handle(null, invocation);
    JsonWriter out = exchange.json();
    out.reset();
    responseCodec.write(out, response);
    return new Payload(out.array(), 0, out.size());
  }
}
