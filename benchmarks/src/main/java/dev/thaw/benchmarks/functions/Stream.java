package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.ArrayList;
import java.util.List;

/** Gives back the records that have no data or no time. */
public final class Stream implements RequestHandler<KinesisEvent, StreamsEventResponse> {
  @Override
  public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (KinesisEventRecord entry : event.getRecords()) {
      KinesisEvent.Record data = entry.getKinesis();
      if (!data.getData().hasRemaining() || data.getApproximateArrivalTimestamp() == null) {
        failures.add(new BatchItemFailure(data.getSequenceNumber()));
      }
    }
    return new StreamsEventResponse(failures);
  }
}
