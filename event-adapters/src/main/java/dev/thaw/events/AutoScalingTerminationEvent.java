package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.util.List;

/**
 * An Auto Scaling group asks its custom termination policy which instances to terminate. The
 * function answers with an {@link AutoScalingTerminationResponse} within 2 seconds.
 *
 * @param autoScalingGroupArn the group
 * @param autoScalingGroupName the group
 * @param capacityToTerminate how much, by zone and market
 * @param instances what Auto Scaling proposes, at most 30000
 * @param cause {@code SCALE_IN}, {@code INSTANCE_REFRESH}, {@code MAX_INSTANCE_LIFETIME} or {@code
 *     REBALANCE}
 * @param hasMoreInstances whether there are more instances than those proposed
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/lambda-custom-termination-policy.html">Create
 *     a custom termination policy with Lambda</a>
 */
@GenerateCodec
public record AutoScalingTerminationEvent(
    @JsonName("AutoScalingGroupARN") String autoScalingGroupArn,
    @JsonName("AutoScalingGroupName") String autoScalingGroupName,
    @JsonName("CapacityToTerminate") List<Capacity> capacityToTerminate,
    @JsonName("Instances") List<Instance> instances,
    @JsonName("Cause") String cause,
    @JsonName("HasMoreInstances") boolean hasMoreInstances) {

  /** The same; empty where there are no lists. */
  public AutoScalingTerminationEvent {
    capacityToTerminate = capacityToTerminate == null ? List.of() : capacityToTerminate;
    instances = instances == null ? List.of() : instances;
  }

  /**
   * How much to terminate.
   *
   * @param availabilityZone in which zone
   * @param capacity how many instances, or units where the group has weights
   * @param instanceMarketOption {@code on-demand} or {@code spot}
   */
  public record Capacity(
      @JsonName("AvailabilityZone") String availabilityZone,
      @JsonName("Capacity") int capacity,
      @JsonName("InstanceMarketOption") String instanceMarketOption) {}

  /**
   * An instance.
   *
   * @param availabilityZone its zone
   * @param instanceId its id
   * @param instanceType such as {@code t2.nano}
   * @param instanceMarketOption {@code on-demand} or {@code spot}
   */
  public record Instance(
      @JsonName("AvailabilityZone") String availabilityZone,
      @JsonName("InstanceId") String instanceId,
      @JsonName("InstanceType") String instanceType,
      @JsonName("InstanceMarketOption") String instanceMarketOption) {}
}
