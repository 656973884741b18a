package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request to a function URL. It has the shape of an HTTP API's, payload format 2.0, without
 * routes, stages and path parameters.
 *
 * @param version of the payload format, {@code 2.0}
 * @param routeKey {@code $default}
 * @param rawPath the path as it was sent, percent-encoded
 * @param rawQueryString the query string as it was sent
 * @param cookies one {@code name=value} each
 * @param headers by names in lower case; several values of a header are joined by commas
 * @param queryStringParameters decoded; several values of a parameter are joined by commas
 * @param requestContext about the request
 * @param body null if it has none
 * @param base64Encoded whether the body is Base64 of what was sent
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking Lambda
 *     function URLs</a>
 */
@GenerateCodec
public record FunctionUrlEvent(
    String version,
    String routeKey,
    String rawPath,
    String rawQueryString,
    List<String> cookies,
    Map<String, String> headers,
    Map<String, String> queryStringParameters,
    RequestContext requestContext,
    @Nullable String body,
    @JsonName("isBase64Encoded") boolean base64Encoded) {

  /** The same; empty where there are no cookies, headers or parameters. */
  public FunctionUrlEvent {
    cookies = cookies == null ? List.of() : cookies;
    headers = headers == null ? Map.of() : headers;
    queryStringParameters = queryStringParameters == null ? Map.of() : queryStringParameters;
  }

  /**
   * About the request.
   *
   * @param accountId the caller's account if it signed the request, else {@code anonymous}
   * @param apiId the function URL's id
   * @param authorizer who signed the request; null for a URL that needs no signature
   * @param domainName the function URL's host
   * @param domainPrefix its first label
   * @param http the request line and who sent it
   * @param requestId of this request, for a request to AWS support
   * @param routeKey {@code $default}
   * @param stage {@code $default}
   * @param time when it came, as web servers log it: {@code 12/Mar/2020:19:03:58 +0000}
   * @param timeEpoch the same, in milliseconds since 1970
   */
  public record RequestContext(
      String accountId,
      String apiId,
      @Nullable Authorizer authorizer,
      String domainName,
      String domainPrefix,
      Http http,
      String requestId,
      String routeKey,
      String stage,
      String time,
      long timeEpoch) {

    /** When the request came. */
    public Instant instant() {
      return Instant.ofEpochMilli(timeEpoch);
    }
  }

  /**
   * Who signed the request.
   *
   * @param iam the caller in IAM
   */
  public record Authorizer(@Nullable Iam iam) {}

  /**
   * A caller in IAM.
   *
   * @param accessKey the id of the access key
   * @param accountId the caller's account
   * @param callerId the caller's id
   * @param principalOrgId the caller's organization; null if it has none
   * @param userArn the caller's ARN
   * @param userId the id of the user
   */
  public record Iam(
      String accessKey,
      String accountId,
      String callerId,
      @Nullable String principalOrgId,
      String userArn,
      String userId) {}

  /**
   * The request line and who sent it.
   *
   * @param method in upper case
   * @param path the path as it was sent, percent-encoded
   * @param protocol {@code HTTP/1.1}
   * @param sourceIp the client's address
   * @param userAgent the header of that name; null if it was not sent
   */
  public record Http(
      String method, String path, String protocol, String sourceIp, @Nullable String userAgent) {}
}
