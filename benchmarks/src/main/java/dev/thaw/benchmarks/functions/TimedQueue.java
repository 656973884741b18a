package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Queue} that says when it ran, as the last item of its answer: the beginning and the end
 * of its constructor and of its handler, in nanoseconds of the system's monotonic clock.
 */
public final class TimedQueue implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** What the item begins with. */
  public static final String TIMES = "times ";

  private final long constructorBegan = System.nanoTime();
  private final Queue queue = new Queue();
  private final long constructorEnded = System.nanoTime();

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    long handlerBegan = System.nanoTime();
    SQSBatchResponse answer = queue.handleRequest(event, context);
    List<BatchItemFailure> items = new ArrayList<>(answer.getBatchItemFailures());
    StringBuilder times = new StringBuilder(TIMES);
    times.append(constructorBegan).append(' ').append(constructorEnded).append(' ');
    times.append(handlerBegan).append(' ').append(System.nanoTime());
    items.add(new BatchItemFailure(times.toString()));
    return new SQSBatchResponse(items);
  }
}
