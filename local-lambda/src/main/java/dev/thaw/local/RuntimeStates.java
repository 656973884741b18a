package dev.thaw.local;

import static dev.thaw.local.RuntimeState.INIT_ERROR;
import static dev.thaw.local.RuntimeState.READY;
import static dev.thaw.local.RuntimeState.RESTORE_ERROR;
import static dev.thaw.local.RuntimeState.RESTORE_READY;
import static dev.thaw.local.RuntimeState.RESTORING;
import static dev.thaw.local.RuntimeState.STARTED;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which call of a runtime is allowed when, and the invocations that wait for it. What on-demand
 * environments and Managed Instances have in common; guarded by its monitor.
 */
abstract class RuntimeStates {
  final Deque<PendingInvocation> queue = new ArrayDeque<>();
  final Extensions extensions;
  RuntimeState state = STARTED;

  /** Calls of {@code /next} that wait. */
  int waiting;

  private final boolean invocationIds;
  private @Nullable Function<InvocationRequest, InvocationOutcome> gone;
  private boolean restored;
  private boolean closed;

  /**
   * @param invocationIds whether each attempt gets a nonce, {@code Lambda-Runtime-Invocation-Id}
   */
  RuntimeStates(Extensions extensions, boolean invocationIds) {
    this.extensions = extensions;
    this.invocationIds = invocationIds;
    extensions.whenReady(this::wake);
  }

  /** Waits for the next invocation. */
  abstract InvocationRequest next() throws RuntimeApiException, InterruptedException;

  /** The runtime begins to tell how an invocation ended; {@link #finish} must follow. */
  abstract PendingInvocation begin(String requestId, @Nullable String invocationId, RuntimeState to)
      throws RuntimeApiException;

  /** The runtime has told how the invocation ended. */
  abstract void finish(PendingInvocation pending, InvocationOutcome outcome)
      throws RuntimeApiException;

  /** The invocations that the runtime has. */
  abstract Collection<PendingInvocation> delivered();

  /** An invocation that the runtime has was ended from Lambda's side. */
  abstract void ended(PendingInvocation pending);

  /**
   * Queues an invocation.
   *
   * @param delivered called when the runtime gets it, before it sees the first byte
   */
  final synchronized PendingInvocation submit(
      InvocationRequest request, boolean streamed, Runnable delivered) {
    InvocationRequest attempt =
        invocationIds && request.invocationId() == null
            ? request.invocationId(UUID.randomUUID().toString())
            : request;
    PendingInvocation pending = new PendingInvocation(attempt, streamed);
    var _ = pending.delivered.thenRun(delivered);
    if (closed) {
      pending.outcome.completeExceptionally(closedException());
    } else if (gone != null) {
      pending.outcome.complete(gone.apply(request));
    } else {
      queue.add(pending);
      notifyAll();
    }
    return pending;
  }

  /** Takes the first of the queue, which must hold one, for the runtime. */
  final PendingInvocation deliver() {
    PendingInvocation pending = queue.remove();
    extensions.invoke(pending.request);
    pending.delivered.complete(System.nanoTime());
    return pending;
  }

  /**
   * Waits until the runtime, and every extension, asks for the next invocation.
   *
   * @return false if they do not in time, or the machine is closed
   */
  final synchronized boolean awaitNext(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while ((waiting == 0 || !extensions.ready()) && !closed && gone == null) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return !closed && gone == null;
  }

  final synchronized void initError() throws RuntimeApiException {
    require(state == STARTED, INIT_ERROR);
    state = INIT_ERROR;
  }

  /** Whether {@code /next} is allowed as far as the init phase is concerned. */
  final boolean initialized() {
    return state != INIT_ERROR && state != RESTORE_READY && state != RESTORE_ERROR;
  }

  final void require(boolean allowed, RuntimeState to) throws RuntimeApiException {
    if (!allowed) {
      throw RuntimeApiException.transition(state, to);
    }
  }

  /** The runtime can be frozen: waits until it is restored from its snapshot. */
  final synchronized void restoreNext() throws RuntimeApiException, InterruptedException {
    require(state == STARTED, RESTORE_READY);
    state = RESTORE_READY;
    while (!restored) {
      wait();
    }
    state = RESTORING;
  }

  final synchronized void restore() {
    restored = true;
    notifyAll();
  }

  final synchronized void restoreError() throws RuntimeApiException {
    require(state == RESTORING, RESTORE_ERROR);
    state = RESTORE_ERROR;
  }

  /** Ends an invocation from Lambda's side; whatever the runtime says of it later is refused. */
  final synchronized void end(String requestId, InvocationOutcome outcome) {
    for (PendingInvocation pending : List.copyOf(queue)) {
      if (pending.request.requestId().equals(requestId)) {
        queue.remove(pending);
        pending.outcome.complete(outcome);
      }
    }
    for (PendingInvocation pending : List.copyOf(delivered())) {
      if (pending.request.requestId().equals(requestId)) {
        pending.outcome.complete(outcome);
        ended(pending);
      }
    }
    notifyAll();
  }

  /**
   * The runtime is gone: ends what is open, and what is still to come. Only the first call counts.
   */
  final synchronized void endAll(Function<InvocationRequest, InvocationOutcome> outcomes) {
    if (gone != null) {
      return;
    }
    gone = outcomes;
    notifyAll();
    delivered().forEach(pending -> pending.outcome.complete(outcomes.apply(pending.request)));
    queue.forEach(pending -> pending.outcome.complete(outcomes.apply(pending.request)));
    queue.clear();
  }

  final synchronized void close() {
    closed = true;
    notifyAll();
    queue.forEach(pending -> pending.outcome.completeExceptionally(closedException()));
    queue.clear();
    delivered().forEach(pending -> pending.outcome.completeExceptionally(closedException()));
  }

  private synchronized void wake() {
    notifyAll();
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("the Runtime API server was closed");
  }

  /** The state behind {@code /next}. */
  final void ready() {
    state = READY;
    waiting++;
    notifyAll();
  }
}
