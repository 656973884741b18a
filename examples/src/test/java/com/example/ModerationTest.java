package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.thaw.handler.Invocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModerationTest {
  private final RecordedLog log = new RecordedLog();

  @Test
  void holdsBackOnlyWhatIsUnwanted() {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        List.of(
            post("1", "How do I thaw a freezer?"),
            post("2", "FREE MONEY, today only"),
            post("3", "Best casino in town")));
    var response = new Moderation().handleRequest(event, Invocation.builder().logger(log).build());
    assertThat(response.getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .isEqualTo(List.of("2", "3"));
    assertThat(log.lines()).isEqualTo(List.of("Held back: 2", "Held back: 3"));
  }

  private static SQSMessage post(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }
}
