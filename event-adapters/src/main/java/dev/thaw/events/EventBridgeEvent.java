package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.Iso8601;
import dev.thaw.codec.JsonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of Amazon EventBridge: of a rule, or of a pipe or schedule that passes one on. What
 * happened stands in its detail, whose shape {@code source} and {@code detailType} decide.
 *
 * @param version of the envelope, {@code 0}
 * @param id unique for each event
 * @param detailType names, with {@code source}, the shape of the detail
 * @param source what the event came from: {@code aws.ec2} for a service, any name for an
 *     application
 * @param account the 12 digits of the account it came from
 * @param time when it happened, as its source says, to the second
 * @param region where it came from
 * @param resources ARNs of what it is about
 * @param detail what happened
 * @param replayName the replay that sends it again from an archive; null in an event that is new
 * @param <T> the type of the detail: one with a codec, {@code Map<String, Object>} for any
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html">Events in
 *     Amazon EventBridge</a>
 */
@GenerateCodec
public record EventBridgeEvent<T>(
    String version,
    String id,
    @JsonName("detail-type") String detailType,
    String source,
    String account,
    @Iso8601 Instant time,
    String region,
    List<String> resources,
    T detail,
    @JsonName("replay-name") @Nullable String replayName) {

  /** The same; no resources where there is no list of them. */
  public EventBridgeEvent {
    resources = resources == null ? List.of() : resources;
  }
}
