package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link VpcLatticeV2Event}.
 *
 * @param statusCode the HTTP status
 * @param statusDescription such as {@code 200 OK}; null to leave it out
 * @param headers one value each; null for none
 * @param body null for none
 * @param base64Encoded whether the body is Base64 of what shall be sent
 * @see <a href="https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html">Lambda
 *     functions as targets in VPC Lattice</a>
 */
@GenerateCodec
public record VpcLatticeV2Response(
    int statusCode,
    @Nullable String statusDescription,
    @Nullable Map<String, String> headers,
    @Nullable String body,
    @JsonName("isBase64Encoded") boolean base64Encoded) {

  /** An answer of text. */
  public VpcLatticeV2Response(int statusCode, Map<String, String> headers, String body) {
    this(statusCode, null, headers, body, false);
  }
}
