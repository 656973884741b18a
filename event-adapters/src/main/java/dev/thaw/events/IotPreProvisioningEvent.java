package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device asks AWS IoT Core to be registered by a fleet provisioning template with a
 * pre-provisioning hook. The function answers with an {@link IotPreProvisioningResponse} within 5
 * seconds.
 *
 * @param claimCertificateId the certificate that the device brought; null where a trusted user
 *     provisions it
 * @param certificateId the certificate that it shall have
 * @param certificatePem the same, as PEM
 * @param templateArn the template
 * @param clientId the device's MQTT client id
 * @param parameters what the device sent
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html">Pre-provisioning
 *     hooks</a>
 */
@GenerateCodec
public record IotPreProvisioningEvent(
    @Nullable String claimCertificateId,
    String certificateId,
    String certificatePem,
    String templateArn,
    String clientId,
    Map<String, String> parameters) {

  /** The same; empty where there are no parameters. */
  public IotPreProvisioningEvent {
    parameters = parameters == null ? Map.of() : parameters;
  }
}
