package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device connects to AWS IoT Core through a custom authorizer. What does not concern the
 * connection is null. The function answers with an {@link IotAuthorizerResponse}.
 *
 * @param token what the device sent for it, where the authorizer has a token's name
 * @param signatureVerified whether IoT Core checked the token's signature
 * @param protocols of the connection: {@code tls}, {@code http}, {@code mqtt}
 * @param protocolData what came in each
 * @param connectionMetadata about the connection
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth-lambda.html">Defining
 *     your Lambda function for custom authentication</a>
 */
@GenerateCodec
public record IotAuthorizerEvent(
    @Nullable String token,
    boolean signatureVerified,
    List<String> protocols,
    ProtocolData protocolData,
    ConnectionMetadata connectionMetadata) {

  /** The same; empty where there are no protocols. */
  public IotAuthorizerEvent {
    protocols = protocols == null ? List.of() : protocols;
  }

  /**
   * What came in each protocol.
   *
   * @param tls of TLS
   * @param http of HTTP, also of MQTT over WebSocket
   * @param mqtt of MQTT
   */
  public record ProtocolData(@Nullable Tls tls, @Nullable Http http, @Nullable Mqtt mqtt) {}

  /**
   * Of TLS.
   *
   * @param serverName the host that the device asked for (SNI)
   */
  public record Tls(@Nullable String serverName) {}

  /**
   * Of HTTP.
   *
   * @param headers the request's headers
   * @param queryString with its question mark; null if there is none
   */
  public record Http(Map<String, String> headers, @Nullable String queryString) {

    /** The same; empty where there are no headers. */
    public Http {
      headers = headers == null ? Map.of() : headers;
    }
  }

  /**
   * Of MQTT's CONNECT packet.
   *
   * @param username the user's name
   * @param password Base64 of the password
   * @param clientId the device's id
   */
  public record Mqtt(
      @Nullable String username, @Nullable String password, @Nullable String clientId) {

    /** Without the password, so that it does not get into a log. */
    @Override
    public String toString() {
      return "Mqtt[username=" + username + ", clientId=" + clientId + "]";
    }
  }

  /**
   * About the connection.
   *
   * @param id the connection's, for logs
   */
  public record ConnectionMetadata(String id) {}
}
