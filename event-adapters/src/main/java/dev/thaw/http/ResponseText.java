package dev.thaw.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which bodies go as text. */
final class ResponseText {
  private static final char REPLACEMENT = '\ufffd';

  private ResponseText() {}

  /**
   * The body as text.
   *
   * @return null where only base64 brings the same bytes to the client
   */
  static @Nullable String of(HttpResponse response) {
    byte[] bytes = response.bytes();
    if (bytes.length == 0) {
      return "";
    }
    String type = response.header("content-type");
    boolean text = type != null && ContentType.isText(type);
    return text && response.header("content-encoding") == null ? decoded(bytes) : null;
  }

  private static @Nullable String decoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What is no UTF-8 is replaced, and then not the same any more.
    boolean replaced = text.indexOf(REPLACEMENT) >= 0;
    return replaced && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? null : text;
  }
}
