package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse;
import com.amazonaws.services.lambda.runtime.events.TimeWindowEventResponse.BatchItemFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a window while a batch is added to it. It holds exactly the records before the one
 * that is reported: of several that were packed into one record of the stream all or none.
 */
final class WindowState<P, R> {
  private final WindowHandler<P, R> handler;
  private Map<String, String> state;

  /** The record of the stream that is being added, and the state before it. */
  private String current = "";

  private Map<String, String> before;

  WindowState(@Nullable Map<String, String> state, WindowHandler<P, R> handler) {
    this.handler = handler;
    this.state = state == null ? Map.of() : state;
    this.before = this.state;
  }

  void add(String sequenceNumber, P payload, R record) throws Exception {
    if (!sequenceNumber.equals(current)) {
      current = sequenceNumber;
      before = state;
    }
    Map<String, String> changed = new HashMap<>(state);
    handler.handle(payload, record, changed);
    state = changed;
  }

  /** The response to a batch of which these were reported. */
  TimeWindowEventResponse response(List<String> checkpoints) {
    Map<String, String> valid = checkpoints.contains(current) ? before : state;
    List<BatchItemFailure> failures = new ArrayList<>(checkpoints.size());
    for (String checkpoint : checkpoints) {
      failures.add(new BatchItemFailure(checkpoint));
    }
    return new TimeWindowEventResponse(new HashMap<>(valid), failures);
  }
}
