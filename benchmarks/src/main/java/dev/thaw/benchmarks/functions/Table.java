package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives back the records whose new image has no message. */
public final class Table implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (DynamodbStreamRecord changed : event.getRecords()) {
      Map<String, AttributeValue> image = changed.getDynamodb().getNewImage();
      AttributeValue message = image == null ? null : image.get("Message");
      if (message == null || message.getS().isEmpty()) {
        failures.add(new BatchItemFailure(changed.getDynamodb().getSequenceNumber()));
      }
    }
    return new StreamsEventResponse(failures);
  }
}
