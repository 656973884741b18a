package dev.thaw.local;

import java.util.concurrent.CompletableFuture;

/** An invocation that a runtime was given, or will be. */
final class PendingInvocation {
  final InvocationRequest request;

  /** When the runtime first got it, as {@link System#nanoTime}. */
  final CompletableFuture<Long> delivered = new CompletableFuture<>();

  final CompletableFuture<InvocationOutcome> outcome = new CompletableFuture<>();

  PendingInvocation(InvocationRequest request) {
    this.request = request;
  }
}
