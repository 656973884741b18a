package dev.thaw.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event says of an HTTP request, as it says it: nothing is decoded yet. */
final class HttpEvent {
  HttpSource source = HttpSource.FUNCTION_URL;
  String method = "GET";
  String rawPath = "/";

  /** Whether percent-encoding in {@link #rawPath} is the client's and has to be undone. */
  boolean pathEncoded = true;

  /** The query as the client sent it; null where the source sends parameters only. */
  @Nullable String queryText;

  /** The parameters, where there is no {@link #queryText}. */
  HttpFields parameters = HttpFields.NONE;

  /** Whether {@link #parameters} are as the client sent them and have to be decoded. */
  boolean parametersEncoded;

  HttpFields headers = HttpFields.NONE;

  /** Whether headers came as lists; a load balancer wants its answer alike. */
  boolean multiValue;

  /** Whether it is an HTTP API with payload format 1.0, the format of REST APIs. */
  boolean httpApi;

  @Nullable String body;
  boolean base64;

  /** In place of {@link #body} where a request is made, not read. */
  byte @Nullable [] bytes;

  @Nullable String sourceIp;
  @Nullable String stage;
  @Nullable String domainName;
  @Nullable String requestId;
  Map<String, Object> claims = Map.of();

  /** The variables of API Gateway's own route, decoded. */
  Map<String, String> pathParameters = Map.of();
}
