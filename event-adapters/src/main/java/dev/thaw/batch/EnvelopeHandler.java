package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;

/** Handles the payloads of a message, of which one that fails fails the message. */
final class EnvelopeHandler<P> implements RecordHandler<SQSMessage> {
  private final Envelope<P> envelope;
  private final PayloadHandler<P, SQSMessage> handler;

  EnvelopeHandler(Envelope<P> envelope, PayloadHandler<P, SQSMessage> handler) {
    this.envelope = envelope;
    this.handler = handler;
  }

  @Override
  public void handle(SQSMessage message) throws Exception {
    List<P> payloads = open(message);
    for (int i = 0; i < payloads.size(); i++) {
      handler.handle(payloads.get(i), message);
    }
  }

  private List<P> open(SQSMessage message) {
    try {
      String body = message.getBody();
      if (body == null) {
        throw new IllegalArgumentException("The message has no body");
      }
      return envelope.open(body);
    } catch (RuntimeException e) {
      throw UndecodableException.of(e);
    }
  }
}
