package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.Iso8601;
import dev.thaw.codec.JsonName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance that an Auto Scaling group launched or terminated, or failed to: the detail of an
 * {@link EventBridgeEvent} whose type says which, such as {@code EC2 Instance Launch Successful}.
 *
 * @param activityId the activity
 * @param autoScalingGroupName the group
 * @param ec2InstanceId the instance
 * @param requestId of the request
 * @param statusCode {@code InProgress} where it succeeded, {@code Failed}
 * @param statusMessage why it failed; empty where it succeeded
 * @param description in words
 * @param cause in words
 * @param details such as {@code Availability Zone} and {@code Subnet ID}
 * @param startTime when it began
 * @param endTime when it ended
 * @param origin where the instance comes from: {@code EC2}, {@code WarmPool}, {@code
 *     AutoScalingGroup}
 * @param destination where it goes
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html">Amazon
 *     EC2 Auto Scaling event reference</a>
 */
@GenerateCodec
public record AutoScalingActivity(
    @JsonName("ActivityId") String activityId,
    @JsonName("AutoScalingGroupName") String autoScalingGroupName,
    @JsonName("EC2InstanceId") @Nullable String ec2InstanceId,
    @JsonName("RequestId") String requestId,
    @JsonName("StatusCode") String statusCode,
    @JsonName("StatusMessage") @Nullable String statusMessage,
    @JsonName("Description") String description,
    @JsonName("Cause") String cause,
    @JsonName("Details") Map<String, Object> details,
    @JsonName("StartTime") @Iso8601 Instant startTime,
    @JsonName("EndTime") @Iso8601 Instant endTime,
    @JsonName("Origin") @Nullable String origin,
    @JsonName("Destination") @Nullable String destination) {

  /** The same; empty where there are no details. */
  public AutoScalingActivity {
    details = details == null ? Map.of() : details;
  }
}
