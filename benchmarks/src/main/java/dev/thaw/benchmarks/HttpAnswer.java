package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a load balancer's client sees of a response. Frameworks write the same one in many ways:
 * headers single or as lists, their names in any case, more of them, the body as Base64.
 *
 * @param contentType without parameters
 */
record HttpAnswer(int status, String contentType, String body) {
  static HttpAnswer of(JsonNode response) {
    String body = response.path("body").asString("");
    if (response.path("isBase64Encoded").asBoolean(false)) {
      body = new String(Base64.getDecoder().decode(body), UTF_8);
    }
    String contentType = contentType(response.path("headers"));
    if (contentType.isEmpty()) {
      contentType = contentType(response.path("multiValueHeaders"));
    }
    return new HttpAnswer(response.path("statusCode").asInt(0), contentType, body);
  }

  private static String contentType(JsonNode headers) {
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      if (header.getKey().equalsIgnoreCase("content-type")) {
        JsonNode value = header.getValue();
        String type = value.isArray() ? value.path(0).asString("") : value.asString("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
