package dev.thaw.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Events of HTTP sources, read as a function gets them. */
final class HttpEvents {
  private HttpEvents() {}

  static HttpRequest sample(String name) throws IOException {
    return read(json(name));
  }

  static byte[] json(String name) throws IOException {
    try (InputStream in = HttpEvents.class.getResourceAsStream("/http/" + name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  static HttpRequest read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  static HttpRequest read(byte[] json) {
    HttpRequest request = Json.read(json, HttpRequest.class);
    assertThat(request).isNotNull();
    return Objects.requireNonNull(request);
  }
}
