package dev.thaw.batch;

import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One payload: the whole body, an SNS notification's message, or an EventBridge event's detail. */
final class BodyEnvelope<P> extends Envelope<P> {
  private static final JsonNames NAMES = JsonNames.of("detail-type", "detail");

  private final PayloadReader<P> reader;
  private final boolean sns;
  private final boolean eventBridge;

  BodyEnvelope(PayloadReader<P> reader) {
    this(reader, false, false);
  }

  private BodyEnvelope(PayloadReader<P> reader, boolean sns, boolean eventBridge) {
    this.reader = reader;
    this.sns = sns;
    this.eventBridge = eventBridge;
  }

  @Override
  List<P> open(String body) {
    String text = sns ? SnsNotification.messageOr(body) : body;
    return List.of(eventBridge ? reader.read(detail(text)) : reader.read(text));
  }

  @Override
  Envelope<P> fromSns() {
    return new BodyEnvelope<>(reader, true, eventBridge);
  }

  @Override
  Envelope<P> fromEventBridge() {
    return new BodyEnvelope<>(reader, true, true);
  }

  private static byte[] detail(String event) {
    JsonReader in = new JsonReader(event.getBytes(StandardCharsets.UTF_8));
    byte @Nullable [] detail = null;
    boolean typed = false;
    in.beginObject();
    for (int name = in.nextName(NAMES); name != JsonReader.END; name = in.nextName(NAMES)) {
      if (name == 1) {
        detail = in.nextRaw();
      } else {
        typed |= name == 0;
        in.skipValue();
      }
    }
    in.endOfInput();
    if (!typed || detail == null) {
      throw new IllegalArgumentException("The body is no EventBridge event");
    }
    return detail;
  }
}
