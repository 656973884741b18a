package dev.thaw.local;

import static dev.thaw.local.RuntimeState.INVOCATION_ERROR_RESPONSE;
import static dev.thaw.local.RuntimeState.INVOCATION_RESPONSE;
import static dev.thaw.local.RuntimeState.READY;
import static dev.thaw.local.RuntimeState.RESPONSE_SENT;
import static dev.thaw.local.RuntimeState.RUNNING;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invocation at a time, as RAPID's on-demand state machine has it
 * (aws-lambda-runtime-interface-emulator, {@code internal/lambda/core/states.go}).
 */
final class RuntimeStateMachine extends RuntimeStates {
  private @Nullable PendingInvocation current;

  RuntimeStateMachine(Extensions extensions, boolean invocationIds) {
    super(extensions, invocationIds);
  }

  /**
   * {@inheritDoc} A runtime that asks again while one is running is given that one again, as by
   * RAPID: it may have lost the answer.
   */
  @Override
  synchronized InvocationRequest next() throws RuntimeApiException, InterruptedException {
    if (current != null && running()) {
      return current.request;
    }
    boolean answering = state == INVOCATION_RESPONSE || state == INVOCATION_ERROR_RESPONSE;
    require(initialized() && !answering, READY);
    // Of two that wait, the second is served when the runtime has answered the first's invocation.
    ready();
    try {
      while (queue.isEmpty() || running() || !extensions.ready()) {
        wait();
      }
    } finally {
      waiting--;
    }
    current = deliver();
    state = RUNNING;
    return current.request;
  }

  @Override
  synchronized PendingInvocation begin(
      String requestId, @Nullable String invocationId, RuntimeState to) throws RuntimeApiException {
    PendingInvocation active = current == null ? queue.peek() : current;
    if (active != null && !active.request.requestId().equals(requestId)) {
      throw RuntimeApiException.invalidRequestId();
    }
    if (active == null || state != RUNNING) {
      throw RuntimeApiException.transition(state, to);
    }
    if (!active.isAttempt(invocationId)) {
      throw RuntimeApiException.late();
    }
    if (active.outcome.isDone()) {
      state = RESPONSE_SENT;
      throw RuntimeApiException.late();
    }
    state = to;
    return active;
  }

  @Override
  synchronized void finish(PendingInvocation pending, InvocationOutcome outcome)
      throws RuntimeApiException {
    state = RESPONSE_SENT;
    notifyAll();
    if (!pending.outcome.complete(outcome)) {
      throw RuntimeApiException.late();
    }
  }

  @Override
  Collection<PendingInvocation> delivered() {
    return current == null ? List.of() : List.of(current);
  }

  @Override
  void ended(PendingInvocation pending) {}

  private boolean running() {
    return state == RUNNING && current != null && !current.outcome.isDone();
  }
}
