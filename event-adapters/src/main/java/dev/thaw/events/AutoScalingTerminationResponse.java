package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.util.List;

/**
 * The instances that a custom termination policy lets go.
 *
 * @param instanceIds at most 30000; empty for none
 * @see AutoScalingTerminationEvent
 */
@GenerateCodec
public record AutoScalingTerminationResponse(@JsonName("InstanceIDs") List<String> instanceIds) {}
