package dev.thaw.idempotency;

import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import org.jspecify.annotations.Nullable;

/** A handler that handles an event once; named classes, since a lambda is slow to start. */
record IdempotentHandler<I, O extends @Nullable Object>(
    Idempotent<I, O> idempotent, Handler<? super I, ? extends O> handler) implements Handler<I, O> {

  @Override
  public O handle(I event, Invocation invocation) throws Exception {
    return idempotent.run(event, invocation, new Handled<>(handler, invocation));
  }

  private record Handled<I, O extends @Nullable Object>(
      Handler<? super I, ? extends O> handler, Invocation invocation) implements Work<I, O> {
    @Override
    public O run(I event) throws Exception {
      return handler.handle(event, invocation);
    }
  }
}
