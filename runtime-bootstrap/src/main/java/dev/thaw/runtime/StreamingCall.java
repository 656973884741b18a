package dev.thaw.runtime;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.handler.ResponseStream;
import dev.thaw.handler.StreamingHandler;
import org.jspecify.annotations.Nullable;

/** One call of a streaming handler, as the innermost of what its interceptors surround. */
record StreamingCall(StreamingHandler<@Nullable Object> handler, ResponseStream response)
    implements Handler<@Nullable Object, @Nullable Object> {

  @Override
  public @Nullable Object handle(@Nullable Object event, Invocation invocation) throws Exception {
    handler.handle(event, response, invocation);
    return null;
  }
}
