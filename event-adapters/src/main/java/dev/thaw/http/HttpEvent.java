package dev.thaw.http;

import java.util.List;
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
  HttpFields parameters = new HttpFields();

  /** Whether {@link #parameters} are as the client sent them and have to be decoded. */
  boolean parametersEncoded;

  HttpFields headers = new HttpFields();

  /** Whether headers came as lists; an ALB wants its answer alike. */
  boolean multiValue;

  /** Each as {@code name=value}; null where they are headers like others. */
  @Nullable List<String> cookies;

  @Nullable String body;
  boolean base64;
  @Nullable String sourceIp;
  @Nullable String stage;
  @Nullable String domainName;
  @Nullable String requestId;
  Map<String, Object> claims = Map.of();
}
