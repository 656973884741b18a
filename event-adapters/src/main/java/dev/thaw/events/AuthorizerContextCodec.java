package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent.RequestContext;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JodaTimes;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;
import dev.thaw.codec.JsonWriter;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * The request context of an HTTP API's authorizer. Its class takes the times as API Gateway sends
 * them but gives them as others, which AWS's library then writes in forms that nobody reads.
 */
final class AuthorizerContextCodec implements Codec<RequestContext> {
  private static final JsonNames CONTEXT =
      JsonNames.of(
          "accountId",
          "apiId",
          "domainName",
          "domainPrefix",
          "http",
          "requestId",
          "routeKey",
          "stage",
          "time",
          "timeEpoch");
  private static final JsonNames HTTP =
      JsonNames.of("method", "path", "protocol", "sourceIp", "userAgent");

  @Override
  public @Nullable RequestContext read(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.beginObject();
    Context value = new Context();
    int next = in.nextName(CONTEXT);
    while (next != JsonReader.END) {
      switch (next) {
        case 0 -> value.setAccountId(JsonValues.text(in));
        case 1 -> value.setApiId(JsonValues.text(in));
        case 2 -> value.setDomainName(JsonValues.text(in));
        case 3 -> value.setDomainPrefix(JsonValues.text(in));
        case 4 -> value.setHttp(readHttp(in));
        case 5 -> value.setRequestId(JsonValues.text(in));
        case 6 -> value.setRouteKey(JsonValues.text(in));
        case 7 -> value.setStage(JsonValues.text(in));
        case 8 -> value.setTime(JsonValues.text(in));
        case 9 -> value.setTimeEpoch(JsonValues.longValue(in));
        default -> in.skipValue();
      }
      next = in.nextName(CONTEXT);
    }
    return value;
  }

  private static @Nullable Http readHttp(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.beginObject();
    Http value = new Http();
    int next = in.nextName(HTTP);
    while (next != JsonReader.END) {
      switch (next) {
        case 0 -> value.setMethod(JsonValues.text(in));
        case 1 -> value.setPath(JsonValues.text(in));
        case 2 -> value.setProtocol(JsonValues.text(in));
        case 3 -> value.setSourceIp(JsonValues.text(in));
        case 4 -> value.setUserAgent(JsonValues.text(in));
        default -> in.skipValue();
      }
      next = in.nextName(HTTP);
    }
    return value;
  }

  @Override
  public void write(JsonWriter out, @Nullable RequestContext value) {
    if (value == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    text(out, CONTEXT, 0, value.getAccountId());
    text(out, CONTEXT, 1, value.getApiId());
    text(out, CONTEXT, 2, value.getDomainName());
    text(out, CONTEXT, 3, value.getDomainPrefix());
    Http http = value.getHttp();
    if (http != null) {
      out.name(CONTEXT, 4);
      out.beginObject();
      text(out, HTTP, 0, http.getMethod());
      text(out, HTTP, 1, http.getPath());
      text(out, HTTP, 2, http.getProtocol());
      text(out, HTTP, 3, http.getSourceIp());
      text(out, HTTP, 4, http.getUserAgent());
      out.endObject();
    }
    text(out, CONTEXT, 5, value.getRequestId());
    text(out, CONTEXT, 6, value.getRouteKey());
    text(out, CONTEXT, 7, value.getStage());
    DateTime time = value.getTime();
    text(out, CONTEXT, 8, time == null ? null : JodaTimes.requestTime(time));
    out.name(CONTEXT, 9);
    out.value(value.getTimeEpoch().toEpochMilli());
    out.endObject();
  }

  private static void text(JsonWriter out, JsonNames names, int index, @Nullable String text) {
    if (text != null) {
      out.name(names, index);
      out.value(text);
    }
  }

  /** Without a time there is none: AWS's class throws. */
  private static final class Context extends RequestContext {
    private boolean timed;

    @Override
    public void setTime(@Nullable String time) {
      timed = time != null;
      super.setTime(time);
    }

    @Override
    public @Nullable DateTime getTime() {
      return timed ? super.getTime() : null;
    }
  }
}
