package dev.thaw.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The HTTP answer that an Application Load Balancer makes of a function's response. */
final class AlbResponse {
  private AlbResponse() {}

  /** Null if the load balancer would not understand the response. */
  static @Nullable HttpReply of(byte[] payload, boolean multiValueHeaders) {
    JsonNode response = Json.parse(payload);
    if (response == null || !response.isObject()) {
      return null;
    }
    Integer status = status(response.get("statusCode"));
    List<Header> headers =
        multiValueHeaders
            ? multiValue(response.get("multiValueHeaders"))
            : single(response.get("headers"));
    byte[] body = body(response);
    if (status == null || headers == null || body == null) {
      return null;
    }
    return new HttpReply(status, reason(status, response.get("statusDescription")), headers, body);
  }

  private static @Nullable Integer status(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    // The load balancer takes "200" for 200.
    String text = node.isString() ? node.stringValue() : node.isInt() ? node.toString() : "";
    return text.matches("[2-5][0-9][0-9]") ? Integer.valueOf(text) : null;
  }

  /** The description without the code that it begins with, such as {@code OK} of 200 OK. */
  private static String reason(int status, @Nullable JsonNode description) {
    if (description == null || !description.isString()) {
      return HttpReply.reason(status);
    }
    String text = description.stringValue().strip();
    String code = Integer.toString(status);
    String reason = text.startsWith(code) ? text.substring(code.length()).strip() : text;
    return isFieldValue(reason) && !reason.isEmpty() ? reason : HttpReply.reason(status);
  }

  private static byte @Nullable [] body(JsonNode response) {
    JsonNode body = response.get("body");
    if (body == null || body.isNull()) {
      return new byte[0];
    }
    if (!body.isString()) {
      return null;
    }
    JsonNode encoded = response.get("isBase64Encoded");
    if (encoded == null || !encoded.isBoolean() || !encoded.booleanValue()) {
      return body.stringValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.stringValue());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable List<Header> single(@Nullable JsonNode node) {
    List<Header> headers = new ArrayList<>();
    if (node == null || node.isNull()) {
      return headers;
    }
    if (!node.isObject()) {
      return null;
    }
    for (var property : node.properties()) {
      if (!add(headers, property.getKey(), property.getValue())) {
        return null;
      }
    }
    return headers;
  }

  private static @Nullable List<Header> multiValue(@Nullable JsonNode node) {
    List<Header> headers = new ArrayList<>();
    if (node == null || node.isNull()) {
      return headers;
    }
    if (!node.isObject()) {
      return null;
    }
    for (var property : node.properties()) {
      if (!property.getValue().isArray()) {
        return null;
      }
      for (JsonNode value : property.getValue()) {
        if (!add(headers, property.getKey(), value)) {
          return null;
        }
      }
    }
    return headers;
  }

  private static boolean add(List<Header> headers, String name, JsonNode value) {
    if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
      return false;
    }
    String text = value.isString() ? value.stringValue() : value.toString();
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !isFieldValue(text)) {
      return false;
    }
    // Connection, length and encoding are the load balancer's own affair.
    switch (name.toLowerCase(Locale.ROOT)) {
      case "connection", "content-length", "keep-alive", "transfer-encoding", "upgrade" -> {}
      default -> headers.add(new Header(name, text));
    }
    return true;
  }

  private static boolean isFieldValue(String text) {
    return text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 127));
  }
}
