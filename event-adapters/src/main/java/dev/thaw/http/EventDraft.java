package dev.thaw.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that is being read, with what tells its source. */
final class EventDraft {
  final HttpEvent event = new HttpEvent();
  @Nullable String version;
  @Nullable String path;
  @Nullable String rawPath;
  @Nullable String rawQuery;
  @Nullable List<@Nullable String> cookies;
  @Nullable Map<String, @Nullable String> pathParameters;
  @Nullable String method;
  @Nullable String httpMethod;
  @Nullable String contextPath;
  Map<String, Object> authorizer = Map.of();
  Map<String, Object> identity = Map.of();
  boolean multiValueHeaders;
  boolean multiValueQuery;
  boolean loadBalancer;
  boolean lattice;
  boolean latticeVersion1;
  boolean webSocket;

  /** A property that an event of another kind has. */
  @Nullable String found;

  /** Decides which source it is; says what is wrong if it is none. */
  @Nullable String resolve() {
    if (loadBalancer && method != null && path != null) {
      loadBalancer(method, path);
    } else if (lattice && method != null && path != null) {
      lattice(method, path);
    } else if (httpMethod != null && rawPath != null) {
      version2(httpMethod, rawPath);
    } else if (method != null && path != null && !webSocket) {
      version1(method, path);
    } else {
      return problem();
    }
    if (pathParameters != null) {
      event.pathParameters = decoded(pathParameters, event.pathEncoded);
    }
    return null;
  }

  private void loadBalancer(String method, String path) {
    event.source = HttpSource.ALB;
    event.method = method;
    event.rawPath = path;
    // "If the query parameters are URL-encoded, the load balancer does not decode them."
    event.parametersEncoded = true;
    event.multiValue = multiValueHeaders;
  }

  private void lattice(String method, String path) {
    event.source = HttpSource.VPC_LATTICE;
    event.method = method;
    event.claims = identity;
    int question = path.indexOf('?');
    event.rawPath = question < 0 ? path : path.substring(0, question);
    event.queryText = question < 0 ? null : path.substring(question + 1);
  }

  /** Payload format 1.0: a REST API, or an HTTP API that is configured so. */
  private void version1(String method, String path) {
    event.source = HttpSource.REST_API;
    event.method = method;
    // An HTTP API, which alone says its version, decodes the path; a REST API does not.
    event.httpApi = version != null;
    event.pathEncoded = !event.httpApi;
    boolean ownDomain = event.domainName != null && !event.domainName.contains(".execute-api.");
    // In a custom domain it is the API mapping that stands in front, and the user's own word.
    event.rawPath = ownDomain || !path.equals(contextPath) ? path : withoutStage(path);
    event.sourceIp = identity.get("sourceIp") instanceof String address ? address : null;
    event.claims = identity.containsKey("userArn") ? identity : Map.of();
    if (!authorizer.isEmpty()) {
      event.claims = Claims.ofVersion1(authorizer);
    }
  }

  /** Payload format 2.0. */
  private void version2(String method, String path) {
    boolean url = event.domainName != null && event.domainName.contains(".lambda-url.");
    event.source = url ? HttpSource.FUNCTION_URL : HttpSource.HTTP_API;
    event.method = method;
    // Against its name: https://github.com/honojs/hono/issues/2156
    event.pathEncoded = url;
    event.rawPath = withoutStage(path);
    event.queryText = rawQuery == null ? "" : rawQuery;
    event.claims = Claims.ofVersion2(authorizer);
    if (cookies != null) {
      event.headers = Cookies.asHeader(event.headers, cookies);
    }
  }

  private static Map<String, String> decoded(
      Map<String, @Nullable String> parameters, boolean encoded) {
    Map<String, String> decoded = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable String> parameter : parameters.entrySet()) {
      String value = parameter.getValue();
      if (value != null) {
        String text = encoded ? PercentText.decode(value, false) : value;
        decoded.put(parameter.getKey(), text);
      }
    }
    return Collections.unmodifiableMap(decoded);
  }

  private String withoutStage(String path) {
    String stage = event.stage;
    if (stage == null || stage.equals("$default") || !path.startsWith(stage, 1)) {
      return path;
    }
    int end = stage.length() + 1;
    if (path.length() == end) {
      return "/";
    }
    return path.charAt(end) == '/' ? path.substring(end) : path;
  }

  private String problem() {
    if (latticeVersion1) {
      return "VPC Lattice sends event structure version 1: set the target group's"
          + " LambdaEventStructureVersion to V2";
    }
    if (webSocket) {
      return "WebSocket APIs are no HTTP source: take APIGatewayV2WebSocketEvent";
    }
    return "Not an HTTP request: "
        + (found == null ? missing() : "it has " + found)
        + ". HttpRequest reads the events of Application Load Balancers, API Gateway's REST and"
        + " HTTP APIs, Function URLs and VPC Lattice (version 2.0)";
  }

  private String missing() {
    if (rawPath != null) {
      return "it has rawPath but no requestContext.http.method";
    }
    if (method != null) {
      return "it has a method but no path";
    }
    return path == null ? "it has neither httpMethod nor path" : "it has a path but no httpMethod";
  }
}
