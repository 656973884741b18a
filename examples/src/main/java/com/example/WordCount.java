package com.example;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.thaw.batch.KinesisBatch;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** Counts the words of a Kinesis stream; stops at a record that is no text, to be retried there. */
public final class WordCount implements Handler<KinesisEvent, StreamsEventResponse> {
  private final Map<String, Integer> counts = new TreeMap<>();

  @Override
  public StreamsEventResponse handle(KinesisEvent event, Invocation invocation) {
    StreamsEventResponse response = KinesisBatch.process(event, invocation, this::count);
    invocation.getLogger().log(counts.toString());
    return response;
  }

  private void count(KinesisEventRecord record) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(record.getKinesis().getData()).toString();
    StringTokenizer words = new StringTokenizer(text, " ,.\n");
    while (words.hasMoreTokens()) {
      counts.merge(words.nextToken(), 1, Integer::sum);
    }
  }
}
