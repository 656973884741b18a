package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The records of a stream: in order in each shard, of which the first that was not handled is
 * reported, since Lambda retries from there on.
 */
abstract class StreamRecords extends Records {
  private final boolean inOrderPerKey;

  /** What keeps an order of its own: a partition key in a shard. */
  private record Lane(Object shard, Object key) {}

  StreamRecords(int size, boolean inOrderPerKey) {
    super(size);
    this.inOrderPerKey = inOrderPerKey;
  }

  abstract String sequenceNumber(int index);

  /** What the record's shard is called; any constant if all are of one. */
  abstract Object shard(int index);

  abstract Object key(int index);

  @Override
  final String id(int index) {
    return sequenceNumber(index);
  }

  @Override
  final Object lane(int index) {
    return inOrderPerKey ? new Lane(shard(index), key(index)) : shard(index);
  }

  @Override
  final Object line(int index) {
    return shard(index);
  }

  /** For each shard the sequence number of the first record that was not handled. */
  final List<String> checkpoints(Outcome outcome) {
    List<String> checkpoints = new ArrayList<>(1);
    Set<Object> shards = new HashSet<>();
    for (int i = outcome.nextFailure(0); i >= 0; i = outcome.nextFailure(i + 1)) {
      if (shards.add(shard(i))) {
        checkpoints.add(sequenceNumber(i));
      }
    }
    return checkpoints;
  }

  static StreamsEventResponse response(List<String> checkpoints) {
    List<BatchItemFailure> failures = new ArrayList<>(checkpoints.size());
    for (String checkpoint : checkpoints) {
      failures.add(new BatchItemFailure(checkpoint));
    }
    return new StreamsEventResponse(failures);
  }
}
