package dev.thaw.runtime;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** A handler of typed events: JSON is read and written by codecs. */
final class TypedFunction<I, O> implements Function {
  private final Codec<I> eventCodec;
  private final Codec<O> responseCodec;
  private final Handler<@Nullable I, @Nullable O> handler;

  TypedFunction(
      Codec<I> eventCodec, Codec<O> responseCodec, Handler<@Nullable I, @Nullable O> handler) {
    this.eventCodec = eventCodec;
    this.responseCodec = responseCodec;
    this.handler = handler;
  }

  @Override
  public Payload invoke(Payload event, Invocation invocation, Exchange exchange) throws Exception {
    JsonReader in = new JsonReader(event.bytes(), event.offset(), event.length());
    I value = eventCodec.read(in);
    in.endOfInput();
    O response = handler.handle(value, invocation);
    JsonWriter out = exchange.json();
    out.reset();
    responseCodec.write(out, response);
    return new Payload(out.array(), 0, out.size());
  }
}
