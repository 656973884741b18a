package dev.thaw.runtime;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Interceptor;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** A handler with one interceptor around it. */
record InterceptedHandler(Interceptor interceptor, Handler<@Nullable Object, @Nullable Object> next)
    implements Handler<@Nullable Object, @Nullable Object> {

  @Override
  public @Nullable Object handle(@Nullable Object event, Invocation invocation) throws Exception {
    return interceptor.intercept(event, invocation, next);
  }
}
