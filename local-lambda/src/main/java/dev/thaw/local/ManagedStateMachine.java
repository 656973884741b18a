package dev.thaw.local;

import static dev.thaw.local.RuntimeState.READY;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several invocations at a time, as on Lambda Managed Instances
 * (aws-lambda-runtime-interface-emulator, {@code internal/lambda-managed-instances}).
 */
final class ManagedStateMachine extends RuntimeStates {
  /** So many ended invocations are remembered, to tell late answers from unknown ones. */
  private static final int REMEMBERED = 1024;

  private final int concurrency;
  private final Map<String, PendingInvocation> running = new LinkedHashMap<>();
  private final Set<String> answering = new HashSet<>();
  private final Deque<String> timedOut = new ArrayDeque<>();

  ManagedStateMachine(Extensions extensions, boolean invocationIds, int concurrency) {
    super(extensions, invocationIds);
    this.concurrency = concurrency;
  }

  @Override
  synchronized InvocationRequest next() throws RuntimeApiException, InterruptedException {
    require(initialized(), READY);
    if (waiting >= concurrency) {
      throw RuntimeApiException.tooManyPollers();
    }
    ready();
    try {
      while (queue.isEmpty() || running.size() >= concurrency || !extensions.ready()) {
        wait();
      }
    } finally {
      waiting--;
    }
    PendingInvocation pending = deliver();
    running.put(pending.request.requestId(), pending);
    return pending.request;
  }

  @Override
  synchronized PendingInvocation begin(
      String requestId, @Nullable String invocationId, RuntimeState to) throws RuntimeApiException {
    PendingInvocation pending = running.get(requestId);
    if (pending == null) {
      throw timedOut.contains(requestId)
          ? RuntimeApiException.late()
          : RuntimeApiException.invalidRequestId();
    }
    if (!pending.isAttempt(invocationId)) {
      throw RuntimeApiException.late();
    }
    if (!answering.add(requestId)) {
      throw RuntimeApiException.invalidRequestId();
    }
    return pending;
  }

  @Override
  synchronized void finish(PendingInvocation pending, InvocationOutcome outcome)
      throws RuntimeApiException {
    String requestId = pending.request.requestId();
    answering.remove(requestId);
    running.remove(requestId, pending);
    notifyAll();
    if (!pending.outcome.complete(outcome)) {
      throw RuntimeApiException.late();
    }
  }

  @Override
  Collection<PendingInvocation> delivered() {
    return running.values();
  }

  @Override
  void ended(PendingInvocation pending) {
    running.remove(pending.request.requestId(), pending);
    timedOut.add(pending.request.requestId());
    if (timedOut.size() > REMEMBERED) {
      timedOut.remove();
    }
  }
}
