package dev.thaw.batch;

import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The detail of an EventBridge event.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">Event
 *     structure</a>
 */
final class EventBridgeDetail {
  private static final JsonNames NAMES = JsonNames.of("detail-type", "detail");

  private EventBridgeDetail() {}

  /** Takes the detail, as JSON, out of an event. */
  static byte[] of(String event) {
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
