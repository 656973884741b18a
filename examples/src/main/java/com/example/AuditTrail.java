package com.example;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says in the log what changed in a DynamoDB table, attribute by attribute. */
public final class AuditTrail implements Handler<DynamodbEvent, StreamsEventResponse> {

  @Override
  public StreamsEventResponse handle(DynamodbEvent event, Invocation invocation) {
    for (DynamodbStreamRecord record : event.getRecords()) {
      Map<String, AttributeValue> before = orEmpty(record.getDynamodb().getOldImage());
      Map<String, AttributeValue> after = orEmpty(record.getDynamodb().getNewImage());
      TreeSet<String> names = new TreeSet<>(before.keySet());
      names.addAll(after.keySet());
      for (String name : names) {
        AttributeValue then = before.get(name);
        AttributeValue now = after.get(name);
        if (then == null || !then.equals(now)) {
          invocation
              .getLogger()
              .log(record.getEventName() + " " + name + ": " + then + " -> " + now);
        }
      }
    }
    return new StreamsEventResponse(List.of());
  }

  private static Map<String, AttributeValue> orEmpty(@Nullable Map<String, AttributeValue> image) {
    return image == null ? Map.of() : image;
  }
}
