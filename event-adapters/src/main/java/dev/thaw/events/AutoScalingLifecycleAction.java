package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import org.jspecify.annotations.Nullable;

/**
 * An instance that waits in a lifecycle hook of an Auto Scaling group: the detail of an {@link
 * EventBridgeEvent} of {@code EC2 Instance-launch Lifecycle Action} or {@code EC2
 * Instance-terminate Lifecycle Action}.
 *
 * @param lifecycleActionToken what {@code CompleteLifecycleAction} takes
 * @param autoScalingGroupName the group
 * @param lifecycleHookName the hook
 * @param ec2InstanceId the instance
 * @param lifecycleTransition {@code autoscaling:EC2_INSTANCE_LAUNCHING} or {@code
 *     autoscaling:EC2_INSTANCE_TERMINATING}
 * @param notificationMetadata what the hook was given; null if nothing
 * @param origin where the instance comes from: {@code EC2}, {@code WarmPool}, {@code
 *     AutoScalingGroup}
 * @param destination where it goes
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html">Amazon
 *     EC2 Auto Scaling event reference</a>
 */
@GenerateCodec
public record AutoScalingLifecycleAction(
    @JsonName("LifecycleActionToken") String lifecycleActionToken,
    @JsonName("AutoScalingGroupName") String autoScalingGroupName,
    @JsonName("LifecycleHookName") String lifecycleHookName,
    @JsonName("EC2InstanceId") String ec2InstanceId,
    @JsonName("LifecycleTransition") String lifecycleTransition,
    @JsonName("NotificationMetadata") @Nullable String notificationMetadata,
    @JsonName("Origin") @Nullable String origin,
    @JsonName("Destination") @Nullable String destination) {}
