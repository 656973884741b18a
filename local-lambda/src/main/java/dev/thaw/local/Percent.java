package dev.thaw.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-decoding of what stands in a request's target. */
final class Percent {
  private Percent() {}

  /** Null if it is malformed. */
  static @Nullable String decode(String text) {
    try {
      // URLDecoder is for forms, where a plus stands for a blank; in a path it is itself.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
