package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders from an SQS queue, by a JSON library of its own. */
public final class Orders implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a message holds.
   *
   * @param count pieces
   */
  record Order(String article, int count) {}

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      try {
        Order order = JSON.readValue(message.getBody(), Order.class);
        context.getLogger().log(order.count() + " x " + order.article() + "\n");
      } catch (JacksonException e) {
        context.getLogger().log("No order: " + message.getMessageId() + "\n");
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
