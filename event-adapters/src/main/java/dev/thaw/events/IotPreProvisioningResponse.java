package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device may be registered.
 *
 * @param allowProvisioning whether it may
 * @param parameterOverrides parameters of the template to set, beside and before the device's; null
 *     for none
 * @see IotPreProvisioningEvent
 */
@GenerateCodec
public record IotPreProvisioningResponse(
    boolean allowProvisioning, @Nullable Map<String, String> parameterOverrides) {}
