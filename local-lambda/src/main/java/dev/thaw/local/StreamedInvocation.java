package dev.thaw.local;

import java.util.concurrent.CompletableFuture;

/** An invocation whose response is read while the runtime sends it. */
public final class StreamedInvocation {
  private final PendingInvocation pending;

  StreamedInvocation(PendingInvocation pending) {
    this.pending = pending;
  }

  /**
   * The response, when its head has arrived; fails with {@link IllegalStateException} if the
   * invocation ends without one.
   */
  public CompletableFuture<StreamedResponse> response() {
    return pending.response.copy();
  }

  /**
   * How it ended. The payload of a response is empty, since it went to {@link #response}; an error
   * midway is in the trailers, and does not make it a failure.
   */
  public CompletableFuture<InvocationOutcome> outcome() {
    return pending.outcome.copy();
  }
}
