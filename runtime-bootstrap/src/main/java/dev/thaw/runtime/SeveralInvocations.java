package dev.thaw.runtime;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Several invocations at a time, each on a virtual thread of its own: nothing that one leaves on
 * its thread reaches the next.
 */
final class SeveralInvocations implements InvocationScope {
  private static final ScopedValue<NextInvocation> CURRENT = ScopedValue.newInstance();

  private final SdkTrace trace;
  private final AtomicBoolean begun = new AtomicBoolean();

  SeveralInvocations(ClassLoader loader) {
    trace = SdkTrace.of(loader);
  }

  @Override
  public @Nullable NextInvocation get() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  @Override
  public boolean takeFirst() {
    return begun.compareAndSet(false, true);
  }

  @Override
  public Runnable scoped(NextInvocation next, FunctionLog log, Runnable work) {
    return new Scoped(this, next, log, work);
  }

  @Override
  public void serve(NextInvocation next, InvocationLoop loop) throws IOException {
    Served served = new Served(next, loop, trace);
    Thread thread =
        Thread.ofVirtual()
            .name("invocation-" + next.requestId())
            .start(() -> ScopedValue.where(CURRENT, next).run(served));
    Joining.join(thread);
    served.rethrow();
  }

  /** Part of an invocation, for any thread; a pool's must not keep what it was told for it. */
  private record Scoped(
      SeveralInvocations scope, NextInvocation next, FunctionLog log, Runnable work)
      implements Runnable {
    @Override
    public void run() {
      if (scope.get() == next) {
        work.run();
      } else {
        ScopedValue.where(CURRENT, next).run(this::surrounded);
      }
    }

    private void surrounded() {
      scope.trace.tell(next.traceHeader());
      log.entering(next);
      try {
        work.run();
      } finally {
        log.leaving();
        scope.trace.tell(null);
      }
    }
  }

  /** One invocation, and what it ended with. */
  private static final class Served implements Runnable {
    private final NextInvocation next;
    private final InvocationLoop loop;
    private final SdkTrace trace;
    // Written before the thread ends, read after it was joined.
    private @Nullable Throwable failure;

    Served(NextInvocation next, InvocationLoop loop, SdkTrace trace) {
      this.next = next;
      this.loop = loop;
      this.trace = trace;
    }

    @Override
    public void run() {
      try {
        trace.tell(next.traceHeader());
        loop.serve(next);
      } catch (Throwable e) {
        failure = e;
      }
    }

    void rethrow() throws IOException {
      switch (failure) {
        case null -> {}
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IllegalStateException(e);
      }
    }
  }
}
