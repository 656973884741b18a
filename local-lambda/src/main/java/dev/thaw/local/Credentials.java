package dev.thaw.local;

import java.time.Duration;
import java.time.Instant;

/**
 * The credentials endpoint of SnapStart functions, whose variables hold none: a snapshot would keep
 * them beyond their time.
 */
final class Credentials {
  /** AWS's documented examples, which open nothing. */
  static final String ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";

  static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  static final String SESSION_TOKEN = "local";

  /** {@code AWS_CONTAINER_AUTHORIZATION_TOKEN}: it guards nothing but must be sent. */
  static final String AUTHORIZATION = "local";

  private Credentials() {}

  static HttpReply answer(ReceivedRequest request) {
    if (!AUTHORIZATION.equals(request.header("Authorization"))) {
      return HttpReply.text(404, "404 page not found\n");
    }
    byte[] body =
        Json.bytes(
            Json.object()
                .put("AccessKeyId", ACCESS_KEY_ID)
                .put("SecretAccessKey", SECRET_ACCESS_KEY)
                .put("Token", SESSION_TOKEN)
                .put("Expiration", Instant.now().plus(Duration.ofHours(1)).toString()));
    return HttpReply.json(200, body);
  }
}
