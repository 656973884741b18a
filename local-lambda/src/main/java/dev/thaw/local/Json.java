package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON bodies. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Lambda passes on whatever is JSON: bounds on what stands in it are the function's affair. */
  private static final JsonFactory UNBOUNDED =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /** RAPID's and Lambda's error body. */
  static byte[] error(String message, String type) {
    return bytes(object().put("errorMessage", message).put("errorType", type));
  }

  /**
   * The one JSON value that the bytes hold.
   *
   * @return null if they hold none, more than one, or something else
   */
  static @Nullable JsonNode parse(byte[] bytes) {
    try {
      // Jackson would guess UTF-16 and UTF-32 from the bytes; Lambda reads UTF-8 only.
      JsonNode node = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
      return node == null || node.isMissingNode() ? null : node;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Whether the bytes are one JSON value, in UTF-8. */
  static boolean isValid(byte[] bytes) {
    try (JsonParser parser =
        UNBOUNDED.createParser(
            ObjectReadContext.empty(), new String(bytes, StandardCharsets.UTF_8))) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
