package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@link Queue} that says how many bytes its whole process has allocated when it has been called
 * {@code BENCHMARK_INVOCATIONS} times, and again one call before it has been called as often once
 * more: its process does not outlive the last.
 */
public final class MeteredQueue implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Queue queue = new Queue();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final int invocations = Integer.parseInt(System.getenv("BENCHMARK_INVOCATIONS"));
  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    int call = calls.incrementAndGet();
    if (call == invocations || call == 2 * invocations - 1) {
      System.out.println("allocated " + threads.getTotalThreadAllocatedBytes());
    }
    return queue.handleRequest(event, context);
  }
}
