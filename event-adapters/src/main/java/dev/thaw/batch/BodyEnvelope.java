package dev.thaw.batch;

import java.util.List;

/** One payload: the whole body, an SNS notification's message, or an EventBridge event's detail. */
final class BodyEnvelope<P> extends Envelope<P> {
  private final PayloadReader<P> reader;
  private final boolean sns;
  private final boolean eventBridge;

  private BodyEnvelope(PayloadReader<P> reader, boolean sns, boolean eventBridge) {
    this.reader = reader;
    this.sns = sns;
    this.eventBridge = eventBridge;
  }

  static <P> Envelope<P> of(PayloadReader<P> reader) {
    return new BodyEnvelope<>(reader, false, false);
  }

  @Override
  List<P> open(String body) {
    String text = sns ? SnsNotification.messageOr(body) : body;
    return List.of(eventBridge ? reader.read(EventBridgeDetail.of(text)) : reader.read(text));
  }

  @Override
  Envelope<P> fromSns() {
    return new BodyEnvelope<>(reader, true, eventBridge);
  }

  @Override
  Envelope<P> fromEventBridge() {
    return new BodyEnvelope<>(reader, true, true);
  }
}
