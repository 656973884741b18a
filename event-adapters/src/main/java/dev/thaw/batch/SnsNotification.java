package dev.thaw.batch;

import dev.thaw.codec.JsonException;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What SNS puts around a message that it sends to a queue, unless the subscription has raw message
 * delivery.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html">
 *     Amazon SNS raw message delivery</a>
 */
final class SnsNotification {
  private static final JsonNames NAMES = JsonNames.of("Type", "TopicArn", "Message");

  private SnsNotification() {}

  /** The message in a notification, or the body itself if it is none. */
  static String messageOr(String body) {
    try {
      String message = message(new JsonReader(body.getBytes(StandardCharsets.UTF_8)));
      return message == null ? body : message;
    } catch (JsonException e) {
      return body; // a raw one; whether it is what was expected is found where it is read
    }
  }

  private static @Nullable String message(JsonReader in) {
    if (in.peek() != '{') {
      return null;
    }
    boolean notification = false;
    boolean topic = false;
    String message = null;
    in.beginObject();
    for (int name = in.nextName(NAMES); name != JsonReader.END; name = in.nextName(NAMES)) {
      if (name < 0 || in.peek() != '"') {
        in.skipValue();
        continue;
      }
      String text = in.nextString();
      notification |= name == 0 && text.equals("Notification");
      topic |= name == 1;
      if (name == 2) {
        message = text;
      }
    }
    in.endOfInput();
    return notification && topic ? message : null;
  }
}
