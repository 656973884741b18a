package dev.thaw.local;

import static dev.thaw.local.RuntimeState.INIT_ERROR;
import static dev.thaw.local.RuntimeState.READY;
import static dev.thaw.local.RuntimeState.RESPONSE_SENT;
import static dev.thaw.local.RuntimeState.RUNNING;
import static dev.thaw.local.RuntimeState.STARTED;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which call of a runtime is allowed when, as RAPID's on-demand state machine has it
 * (aws-lambda-runtime-interface-emulator, {@code internal/lambda/core/states.go}).
 */
final class RuntimeStateMachine {
  private final Deque<PendingInvocation> queue = new ArrayDeque<>();
  private RuntimeState state = STARTED;
  private @Nullable PendingInvocation current;
  private @Nullable Function<InvocationRequest, InvocationOutcome> gone;
  private int waiting;
  private boolean closed;

  /**
   * Queues an invocation.
   *
   * @param delivered called when the runtime gets it, before it sees the first byte
   */
  synchronized PendingInvocation submit(InvocationRequest request, Runnable delivered) {
    PendingInvocation pending = new PendingInvocation(request);
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

  /**
   * Waits for the next invocation. A runtime that asks again while one is running is given that one
   * again, as by RAPID: it may have lost the answer.
   */
  synchronized InvocationRequest next() throws RuntimeApiException, InterruptedException {
    if (current != null && running()) {
      return current.request;
    }
    if (state == INIT_ERROR) {
      throw RuntimeApiException.transition(state, READY);
    }
    state = READY;
    // Of two that wait, the second is served when the runtime has answered the first's invocation.
    waiting++;
    notifyAll();
    try {
      while (queue.isEmpty() || running()) {
        wait();
      }
    } finally {
      waiting--;
    }
    current = queue.remove();
    state = RUNNING;
    current.delivered.complete(System.nanoTime());
    return current.request;
  }

  /**
   * Waits until the runtime asks for the next invocation.
   *
   * @return false if it does not in time, or the machine is closed
   */
  synchronized boolean awaitNext(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (waiting == 0 && !closed && gone == null) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return !closed && gone == null;
  }

  synchronized void initError() throws RuntimeApiException {
    if (state != STARTED) {
      throw RuntimeApiException.transition(state, INIT_ERROR);
    }
    state = INIT_ERROR;
  }

  /** Ends the running invocation with what the runtime said. */
  synchronized void answer(
      String requestId, @Nullable String invocationId, RuntimeState to, InvocationOutcome outcome)
      throws RuntimeApiException {
    PendingInvocation active = current == null ? queue.peek() : current;
    if (active != null && !active.request.requestId().equals(requestId)) {
      throw RuntimeApiException.invalidRequestId();
    }
    if (active == null || state != RUNNING) {
      throw RuntimeApiException.transition(state, to);
    }
    String expected = active.request.invocationId();
    if (expected != null && invocationId != null && !invocationId.equals(expected)) {
      throw RuntimeApiException.late();
    }
    state = RESPONSE_SENT;
    notifyAll();
    if (!active.outcome.complete(outcome)) {
      throw RuntimeApiException.late();
    }
  }

  /** Ends an invocation from Lambda's side; whatever the runtime says of it later is refused. */
  synchronized void end(String requestId, InvocationOutcome outcome) {
    PendingInvocation waiting = null;
    for (PendingInvocation pending : queue) {
      if (pending.request.requestId().equals(requestId)) {
        waiting = pending;
      }
    }
    if (current != null && current.request.requestId().equals(requestId)) {
      current.outcome.complete(outcome);
      notifyAll();
    } else if (waiting != null) {
      queue.remove(waiting);
      waiting.outcome.complete(outcome);
    }
  }

  /**
   * The runtime is gone: ends what is open, and what is still to come. Only the first call counts.
   */
  synchronized void endAll(Function<InvocationRequest, InvocationOutcome> outcomes) {
    if (gone != null) {
      return;
    }
    gone = outcomes;
    notifyAll();
    if (current != null) {
      current.outcome.complete(outcomes.apply(current.request));
    }
    queue.forEach(pending -> pending.outcome.complete(outcomes.apply(pending.request)));
    queue.clear();
  }

  private boolean running() {
    return state == RUNNING && current != null && !current.outcome.isDone();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
    queue.forEach(pending -> pending.outcome.completeExceptionally(closedException()));
    queue.clear();
    if (current != null) {
      current.outcome.completeExceptionally(closedException());
    }
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("the Runtime API server was closed");
  }
}
