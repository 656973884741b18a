package dev.thaw.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of {@code Content-Type}. */
final class ContentType {
  private static final String CHARSET = "charset=";

  private ContentType() {}

  /** The type in lower case, without parameters. */
  static String mediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /** The parameter {@code charset} in lower case; null if there is none. */
  static @Nullable String charset(String contentType) {
    int from = contentType.indexOf(';');
    while (from >= 0) {
      int next = contentType.indexOf(';', from + 1);
      String parameter = contentType.substring(from + 1, next < 0 ? contentType.length() : next);
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith(CHARSET)) {
        return text.substring(CHARSET.length()).replace("\"", "");
      }
      from = next;
    }
    return null;
  }

  /**
   * Whether a type is text in an encoding that a JSON string can carry. Whether the bytes keep to
   * it is another matter.
   */
  static boolean isText(String contentType) {
    String charset = charset(contentType);
    if (charset != null) {
      return charset.equals("utf-8") || charset.equals("us-ascii");
    }
    String type = mediaType(contentType);
    if (type.startsWith("text/") || type.endsWith("+json") || type.endsWith("+xml")) {
      return true;
    }
    return switch (type) {
      case "application/json",
          "application/xml",
          "application/javascript",
          "application/x-javascript",
          "application/x-www-form-urlencoded",
          "application/x-ndjson",
          "application/graphql",
          "application/yaml" ->
          true;
      default -> false;
    };
  }
}
