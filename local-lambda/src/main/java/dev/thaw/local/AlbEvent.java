package dev.thaw.local;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event that an Application Load Balancer makes of an HTTP request
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html).
 */
final class AlbEvent {
  private AlbEvent() {}

  /**
   * @param port the listener's
   * @param client the address that the request came from
   */
  static byte[] of(
      ReceivedRequest request, AlbTarget target, int port, String client, String traceHeader) {
    ObjectNode event = Json.object();
    event.putObject("requestContext").putObject("elb").put("targetGroupArn", target.arn());
    event.put("httpMethod", request.method());
    event.put("path", request.path());
    Map<String, List<String>> query = QueryString.raw(request.query());
    Map<String, List<String>> headers = headers(request, port, client, traceHeader);
    if (target.multiValueHeaders()) {
      putAll(event.putObject("multiValueQueryStringParameters"), query);
      putAll(event.putObject("multiValueHeaders"), headers);
    } else {
      putLast(event.putObject("queryStringParameters"), query);
      putLast(event.putObject("headers"), headers);
    }
    boolean text = isText(request);
    event.put("body", text ? request.text() : Base64.getEncoder().encodeToString(request.body()));
    event.put("isBase64Encoded", !text);
    return Json.bytes(event);
  }

  private static Map<String, List<String>> headers(
      ReceivedRequest request, int port, String client, String traceHeader) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : request.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (!isHopByHop(name)) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(header.value());
      }
    }
    List<String> forwarded = headers.get("x-forwarded-for");
    headers.put(
        "x-forwarded-for",
        List.of(forwarded == null ? client : String.join(", ", forwarded) + ", " + client));
    headers.put("x-forwarded-port", List.of(Integer.toString(port)));
    headers.put("x-forwarded-proto", List.of("http"));
    headers.put("x-amzn-trace-id", List.of(traceHeader));
    return headers;
  }

  private static boolean isHopByHop(String name) {
    return switch (name) {
      case "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect" ->
          true;
      default -> false;
    };
  }

  /** Text goes as it is; everything else, and whatever is compressed, in base64. */
  private static boolean isText(ReceivedRequest request) {
    if (request.body().length == 0) {
      return true;
    }
    if (request.header("content-encoding") != null) {
      return false;
    }
    String type = mediaType(request.header("content-type"));
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/javascript")
        || type.equals("application/xml");
  }

  private static String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int parameters = contentType.indexOf(';');
    return (parameters < 0 ? contentType : contentType.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static void putAll(ObjectNode node, Map<String, List<String>> values) {
    values.forEach(
        (name, list) -> {
          ArrayNode array = node.putArray(name);
          list.forEach(array::add);
        });
  }

  /** Without multi-value headers the load balancer keeps the last value that the client sent. */
  private static void putLast(ObjectNode node, Map<String, List<String>> values) {
    values.forEach((name, list) -> node.put(name, list.getLast()));
  }
}
