package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The records of S3's notifications, which may come by way of SNS. */
final class S3Envelope extends Envelope<S3EventNotificationRecord> {
  private static final JsonNames NAMES = JsonNames.of("Records", "Event");
  private static final String TEST = "s3:TestEvent";

  private final Codec<S3EventNotification> codec = Json.codec(S3EventNotification.class);

  private S3Envelope() {}

  /** Its own type would be loaded with whatever calls its constructor. */
  static Envelope<S3EventNotificationRecord> create() {
    return new S3Envelope();
  }

  @Override
  List<S3EventNotificationRecord> open(String body) {
    byte[] json = SnsNotification.messageOr(body).getBytes(StandardCharsets.UTF_8);
    if (isTest(json)) {
      return List.of();
    }
    S3EventNotification notification = Json.read(json, codec);
    if (notification == null || notification.getRecords() == null) {
      throw new IllegalArgumentException("The body is no S3 event notification");
    }
    return notification.getRecords();
  }

  /**
   * Whether this is what S3 sends when notifications are set up.
   *
   * @throws IllegalArgumentException if it is no notification at all
   */
  private static boolean isTest(byte[] json) {
    JsonReader in = new JsonReader(json);
    boolean records = false;
    boolean test = false;
    in.beginObject();
    for (int name = in.nextName(NAMES); name != JsonReader.END; name = in.nextName(NAMES)) {
      records |= name == 0;
      if (name == 1 && in.peek() == '"') {
        test |= in.nextString().equals(TEST);
      } else {
        in.skipValue();
      }
    }
    if (!records && !test) {
      throw new IllegalArgumentException("The body is no S3 event notification");
    }
    return !records;
  }

  @Override
  Envelope<S3EventNotificationRecord> fromSns() {
    return this;
  }

  @Override
  Envelope<S3EventNotificationRecord> fromEventBridge() {
    throw new IllegalStateException(
        "S3 sends events of another shape to EventBridge: read their detail with a type of yours");
  }
}
