package dev.thaw.benchmarks.rivals.quarkus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.benchmarks.functions.Queue;
import jakarta.inject.Named;

/** Gives back the messages that cannot be used. */
@Named("sqs")
public class SqsFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Queue queue = new Queue();

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return queue.handleRequest(event, context);
  }
}
