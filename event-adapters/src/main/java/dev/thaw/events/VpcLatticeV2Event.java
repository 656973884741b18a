package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request to a service of Amazon VPC Lattice whose target group has a function, in version
 * 2.0 of the event structure.
 *
 * @param version of the event structure, {@code 2.0}
 * @param path the path
 * @param method in upper case
 * @param headers all values of each
 * @param queryStringParameters all values of each
 * @param body null if it has none
 * @param base64Encoded whether the body is Base64 of what was sent; Lattice leaves it out where
 *     there is no body
 * @param requestContext about the request
 * @see <a href="https://docs.aws.amazon.com/vpc-lattice/latest/ug/lambda-functions.html">Lambda
 *     functions as targets in VPC Lattice</a>
 */
@GenerateCodec
public record VpcLatticeV2Event(
    String version,
    String path,
    String method,
    Map<String, List<String>> headers,
    Map<String, List<String>> queryStringParameters,
    @Nullable String body,
    @JsonName("isBase64Encoded") boolean base64Encoded,
    RequestContext requestContext) {

  /** The same; empty where there are no headers or parameters. */
  public VpcLatticeV2Event {
    headers = headers == null ? Map.of() : headers;
    queryStringParameters = queryStringParameters == null ? Map.of() : queryStringParameters;
  }

  /**
   * About the request.
   *
   * @param serviceNetworkArn the service network that delivers it
   * @param serviceArn the service that receives it
   * @param targetGroupArn the target group that receives it
   * @param identity who sent it
   * @param region where it is served
   * @param timeEpoch when it came, in microseconds since 1970
   */
  public record RequestContext(
      String serviceNetworkArn,
      String serviceArn,
      String targetGroupArn,
      @Nullable Identity identity,
      String region,
      String timeEpoch) {

    /** When the request came. */
    public Instant instant() {
      return Instant.EPOCH.plus(Long.parseLong(timeEpoch), ChronoUnit.MICROS);
    }
  }

  /**
   * Who sent a request. Only the VPC is known of one without signature.
   *
   * @param sourceVpcArn the VPC it comes from
   * @param type {@code AWS_IAM} for one with signature
   * @param principal the ARN of who signed it
   * @param principalOrgId the organization of who signed it
   * @param sessionName the session of who signed it
   * @param x509IssuerOu of a certificate, by IAM Roles Anywhere: the issuer's organizational unit
   * @param x509SanDns the DNS name among the certificate's alternative names
   * @param x509SanNameCn the common name among its alternative names
   * @param x509SanUri the URI among its alternative names
   * @param x509SubjectCn its subject's common name
   */
  public record Identity(
      @Nullable String sourceVpcArn,
      @Nullable String type,
      @Nullable String principal,
      @JsonName("principalOrgID") @Nullable String principalOrgId,
      @Nullable String sessionName,
      @Nullable String x509IssuerOu,
      @Nullable String x509SanDns,
      @Nullable String x509SanNameCn,
      @Nullable String x509SanUri,
      @Nullable String x509SubjectCn) {}
}
