package dev.thaw.local;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An invocation that a runtime was given, or will be. */
final class PendingInvocation {
  final InvocationRequest request;

  /** Whether its caller reads the response while it arrives. */
  final boolean streamed;

  /** When the runtime first got it, as {@link System#nanoTime}. */
  final CompletableFuture<Long> delivered = new CompletableFuture<>();

  /** The response's beginning; fails if the invocation ends without one. */
  final CompletableFuture<StreamedResponse> response = new CompletableFuture<>();

  final CompletableFuture<InvocationOutcome> outcome = new CompletableFuture<>();

  PendingInvocation(InvocationRequest request, boolean streamed) {
    this.request = request;
    this.streamed = streamed;
    var _ =
        outcome.whenComplete(
            (ended, failure) ->
                response.completeExceptionally(
                    new IllegalStateException("no response: " + ended, failure)));
  }

  /** Whether a runtime that echoes that id means this attempt. Without one it is not checked. */
  boolean isAttempt(@Nullable String invocationId) {
    String expected = request.invocationId();
    return expected == null
        || invocationId == null
        || invocationId.isEmpty()
        || invocationId.equals(expected);
  }
}
