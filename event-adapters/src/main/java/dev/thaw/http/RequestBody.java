package dev.thaw.http;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonException;
import dev.thaw.codec.JsonReader;
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

  /** Reads a value, and answers 400 to what is none. */
  static <T> @Nullable T json(byte[] body, Codec<T> codec) {
    JsonReader in = new JsonReader(body);
    try {
      T value = codec.read(in);
      in.endOfInput();
      return value;
    } catch (HttpException e) {
      throw e;
    } catch (JsonException e) {
      if (e.getCause() instanceof HttpException answer) {
        throw answer;
      }
      throw notAsExpected(e.getCause() == null ? e : refused(in), e);
    } catch (RuntimeException e) {
      throw notAsExpected(refused(in), e);
    }
  }

  /**
   * For what a constructor throws that checks what it gets: Jackson takes it for the document's
   * error too. It may quote a value, hence words of our own.
   */
  private static JsonException refused(JsonReader in) {
    return in.error("A value is not of the expected type", in.position());
  }

  private static HttpException notAsExpected(JsonException place, RuntimeException cause) {
    return new HttpException(400, "The body is not as expected: " + place.getMessage(), cause);
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
