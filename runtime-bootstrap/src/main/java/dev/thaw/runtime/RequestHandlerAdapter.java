package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** AWS's handler interface as ours. */
record RequestHandlerAdapter(RequestHandler<@Nullable Object, @Nullable Object> handler)
    implements Handler<@Nullable Object, @Nullable Object> {

  @Override
  public @Nullable Object handle(@Nullable Object event, Invocation invocation) {
    return handler.handleRequest(event, invocation);
  }
}
