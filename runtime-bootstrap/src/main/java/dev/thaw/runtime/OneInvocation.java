package dev.thaw.runtime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One invocation at a time, on the main thread: whatever thread the function starts works for it.
 */
final class OneInvocation implements InvocationScope {
  /** Where the X-Ray SDK and the AWS SDKs look for the trace, since Java cannot set a variable. */
  private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

  private volatile @Nullable NextInvocation current;
  private boolean begun;

  @Override
  public @Nullable NextInvocation get() {
    return current;
  }

  @Override
  public boolean takeFirst() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  @Override
  public Runnable scoped(NextInvocation next, FunctionLog log, Runnable work) {
    return work;
  }

  @Override
  public void serve(NextInvocation next, InvocationLoop loop) throws IOException {
    current = next;
    String trace = next.traceHeader();
    if (trace == null) {
      System.clearProperty(TRACE_PROPERTY); // one that the function's options have set
    } else {
      System.setProperty(TRACE_PROPERTY, trace);
    }
    try {
      loop.serve(next);
    } finally {
      current = null;
      System.clearProperty(TRACE_PROPERTY);
    }
  }
}
