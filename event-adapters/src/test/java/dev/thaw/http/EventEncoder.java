package dev.thaw.http;

import dev.thaw.http.SentRequest.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the events of each source, as AWS documents them, of what a client sends. Properties come
 * in any order, and sometimes escaped.
 */
@NullUnmarked // JSON's nulls are in the maps
final class EventEncoder {
  private static final JsonMapper PLAIN = new JsonMapper();
  private static final JsonMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Random random;
  private final boolean base64;

  EventEncoder(long seed) {
    random = new Random(seed);
    base64 = random.nextBoolean();
  }

  byte[] loadBalancer(SentRequest sent, boolean multiValue) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("requestContext", Map.of("elb", Map.of("targetGroupArn", "arn:aws:...")));
    event.put("httpMethod", sent.method());
    event.put("path", sent.encodedPath());
    List<Pair> headers = new ArrayList<>(lowerCase(sent.headers()));
    if (multiValue) {
      sent.cookieTexts().forEach(cookie -> headers.add(new Pair("cookie", cookie)));
      event.put("multiValueQueryStringParameters", SentRequest.lists(sent.encodedPairs()));
      event.put("multiValueHeaders", SentRequest.lists(headers));
    } else {
      headers.addAll(oneCookieHeader(sent, "cookie"));
      event.put("queryStringParameters", SentRequest.lasts(sent.encodedPairs()));
      event.put("headers", SentRequest.lasts(headers));
    }
    return finished(event, sent);
  }

  byte[] restApi(SentRequest sent) {
    List<Pair> headers = new ArrayList<>(sent.headers());
    headers.addAll(oneCookieHeader(sent, "Cookie"));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("resource", "/{proxy+}");
    event.put("path", sent.encodedPath());
    event.put("httpMethod", sent.method());
    event.put("headers", orNull(SentRequest.lasts(headers)));
    event.put("multiValueHeaders", orNull(SentRequest.lists(headers)));
    event.put("queryStringParameters", orNull(SentRequest.lasts(sent.query())));
    event.put("multiValueQueryStringParameters", orNull(SentRequest.lists(sent.query())));
    event.put("pathParameters", null);
    event.put("stageVariables", null);
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("path", "/prod" + sent.encodedPath());
    context.put("stage", "prod");
    context.put("domainName", "id.execute-api.eu-central-1.amazonaws.com");
    context.put("requestTimeEpoch", 1583817383220L);
    context.put("identity", Map.of("sourceIp", "198.51.100.9", "userAgent", "x"));
    event.put("requestContext", shuffled(context));
    return finished(event, sent);
  }

  byte[] version2(SentRequest sent, String domainName, String stage) {
    boolean url = domainName.contains("lambda-url");
    String path = url ? sent.encodedPath() : sent.decodedPath();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", stage.equals("$default") ? path : "/" + stage + path);
    event.put("rawQueryString", sent.encodedQuery());
    if (!sent.cookies().isEmpty()) {
      event.put("cookies", sent.cookieTexts());
    }
    event.put("headers", SentRequest.joined(lowerCase(sent.headers())));
    if (!sent.query().isEmpty()) {
      event.put("queryStringParameters", SentRequest.joined(sent.query()));
    }
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("domainName", domainName);
    context.put("stage", stage);
    context.put("requestId", "id");
    context.put("timeEpoch", 1583348638390L);
    context.put(
        "http",
        Map.of("method", sent.method(), "path", path, "sourceIp", "198.51.100.9", "userAgent", ""));
    event.put("requestContext", shuffled(context));
    return finished(event, sent);
  }

  byte[] lattice(SentRequest sent) {
    List<Pair> headers = new ArrayList<>(lowerCase(sent.headers()));
    headers.addAll(oneCookieHeader(sent, "cookie"));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("path", sent.encodedPath());
    event.put("method", sent.method());
    event.put("headers", SentRequest.lists(headers));
    event.put("queryStringParameters", SentRequest.lists(sent.query()));
    event.put(
        "requestContext",
        Map.of(
            "serviceNetworkArn",
            "arn:aws:vpc-lattice:...",
            "serviceArn",
            "arn:aws:vpc-lattice:...",
            "timeEpoch",
            "1696331543569073"));
    return finished(event, sent);
  }

  private byte[] finished(Map<String, Object> event, SentRequest sent) {
    byte[] bytes = sent.text().getBytes(StandardCharsets.UTF_8);
    event.put("body", base64 ? Base64.getEncoder().encodeToString(bytes) : sent.text());
    event.put("isBase64Encoded", base64);
    return (random.nextBoolean() ? PLAIN : ESCAPED).writeValueAsBytes(shuffled(event));
  }

  private static List<Pair> oneCookieHeader(SentRequest sent, String name) {
    return sent.cookies().isEmpty()
        ? List.of()
        : List.of(new Pair(name, String.join("; ", sent.cookieTexts())));
  }

  static List<Pair> lowerCase(List<Pair> pairs) {
    return pairs.stream()
        .map(pair -> new Pair(pair.name().toLowerCase(Locale.ROOT), pair.value()))
        .toList();
  }

  private static Object orNull(Map<String, ?> map) {
    return map.isEmpty() ? null : map;
  }

  private Map<String, Object> shuffled(Map<String, Object> map) {
    List<String> names = new ArrayList<>(map.keySet());
    Collections.shuffle(names, random);
    Map<String, Object> shuffled = new LinkedHashMap<>();
    names.forEach(name -> shuffled.put(name, map.get(name)));
    return shuffled;
  }
}
