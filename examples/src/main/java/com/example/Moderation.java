package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lets a forum's posts pass, message by message from an SQS queue; what it must not let pass goes
 * back to the queue, and from there to its dead-letter queue. Written for AWS's own runtime: it
 * knows nothing of Thaw.
 */
public final class Moderation implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final List<String> UNWANTED = List.of("casino", "free money");

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      String post = message.getBody().toLowerCase(Locale.ROOT);
      if (UNWANTED.stream().anyMatch(post::contains)) {
        context.getLogger().log("Held back: " + message.getMessageId());
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
