package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.JsonName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how a device may connect to AWS IoT Core.
 *
 * @param authenticated whether it may
 * @param principalId who it is: 1 to 128 letters and digits
 * @param policyDocuments what it may do: at most 10, of at most 2048 characters each
 * @param disconnectAfterInSeconds when it is disconnected: 300 to 86400 seconds
 * @param refreshAfterInSeconds how often the authorizer is asked again: 300 to 86400 seconds
 * @see IotAuthorizerEvent
 */
@GenerateCodec
public record IotAuthorizerResponse(
    @JsonName("isAuthenticated") boolean authenticated,
    String principalId,
    List<PolicyDocument> policyDocuments,
    int disconnectAfterInSeconds,
    int refreshAfterInSeconds) {

  /** The answer to a device that may not connect. */
  public static IotAuthorizerResponse refused(String principalId) {
    return new IotAuthorizerResponse(false, principalId, List.of(), 300, 300);
  }

  /**
   * A policy of AWS IoT Core.
   *
   * @param version {@code 2012-10-17}
   * @param statement its statements
   */
  public record PolicyDocument(
      @JsonName("Version") String version, @JsonName("Statement") List<Statement> statement) {

    /** A policy of the current version. */
    public PolicyDocument(Statement... statement) {
      this("2012-10-17", List.of(statement));
    }
  }

  /**
   * A statement of a policy.
   *
   * @param effect {@code Allow} or {@code Deny}
   * @param action such as {@code iot:Publish}
   * @param resource ARNs of topics, topic filters and clients
   * @param condition by operator, key and value; null for none
   */
  public record Statement(
      @JsonName("Effect") String effect,
      @JsonName("Action") List<String> action,
      @JsonName("Resource") List<String> resource,
      @JsonName("Condition") @Nullable Map<String, Map<String, List<String>>> condition) {

    /** Allows an action on a resource. */
    public static Statement allow(String action, String resource) {
      return new Statement("Allow", List.of(action), List.of(resource), null);
    }
  }
}
