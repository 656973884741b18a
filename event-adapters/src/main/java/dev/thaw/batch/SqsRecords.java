package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of an SQS event; those of a FIFO queue in the order of their groups. */
final class SqsRecords extends Records {
  private static final String GROUP = "MessageGroupId";

  private final List<SQSMessage> messages;
  private final RecordHandler<SQSMessage> handler;

  /**
   * The messages with their handler.
   *
   * @throws IllegalArgumentException if a message has no identifier: its failure could not be
   *     reported, and Lambda would take it as handled
   */
  SqsRecords(List<SQSMessage> messages, RecordHandler<SQSMessage> handler) {
    super(messages.size());
    this.messages = messages;
    this.handler = handler;
    for (int i = 0; i < messages.size(); i++) {
      requireIdentifier(messages.get(i).getMessageId(), "messageId", i);
    }
  }

  static void requireIdentifier(@Nullable String identifier, String name, int index) {
    if (identifier == null || identifier.isEmpty()) {
      throw new IllegalArgumentException("Records[" + index + "] has no " + name);
    }
  }

  @Override
  String kind() {
    return "SQS message";
  }

  @Override
  String id(int index) {
    return messages.get(index).getMessageId();
  }

  /** The message group; standard queues have groups too, fair queues, and those have no order. */
  @Override
  @Nullable Object lane(int index) {
    SQSMessage message = messages.get(index);
    String arn = message.getEventSourceArn();
    if (arn == null || !arn.endsWith(".fifo")) {
      return null;
    }
    Map<String, String> attributes = message.getAttributes();
    String group = attributes == null ? null : attributes.get(GROUP);
    return group == null ? "" : group;
  }

  @Override
  @Nullable Object line(int index) {
    return lane(index);
  }

  @Override
  void handle(int index) throws Exception {
    handler.handle(messages.get(index));
  }
}
