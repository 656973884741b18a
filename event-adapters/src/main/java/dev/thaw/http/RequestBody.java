package dev.thaw.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A request's body as the event has it. */
final class RequestBody {
  private RequestBody() {}

  static byte[] bytes(HttpEvent event) {
    String body = event.body;
    if (body == null || body.isEmpty()) {
      return new byte[0];
    }
    return event.base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
  }
}
