package dev.thaw.benchmarks.rivals.micronaut;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.benchmarks.functions.Queue;
import io.micronaut.function.aws.MicronautRequestHandler;

/** Gives back the messages that cannot be used. */
public final class SqsFunction extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {
  private final Queue queue = new Queue();

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return queue.handleRequest(event, null);
  }
}
