package dev.thaw.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A request's body as the event has it. */
final class RequestBody {
  private static final byte[] NONE = {};

  private RequestBody() {}

  static byte[] bytes(HttpEvent event) {
    String body = event.body;
    if (event.bytes != null) {
      return event.bytes;
    }
    if (body == null || body.isEmpty()) {
      return NONE;
    }
    return event.base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  /** The character set of a content type; UTF-8 if it names none, or one that nobody knows. */
  static Charset charset(@Nullable String contentType) {
    String name = contentType == null ? null : ContentType.charset(contentType);
    if (name == null || name.equals("utf-8")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
