package dev.thaw.http;

import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;

/** The property {@code requestContext}, by which the sources differ most. */
final class RequestContext {
  private static final int AUTHORIZER = 0;
  private static final int DOMAIN_NAME = 1;
  private static final int HTTP = 2;
  private static final int IDENTITY = 3;
  private static final int PATH = 4;
  private static final int REQUEST_ID = 5;
  private static final int STAGE = 6;
  private static final int ELB = 7;
  private static final int SERVICE_NETWORK_ARN = 8;
  private static final int SERVICE_ARN = 9;
  private static final int CONNECTION_ID = 10;

  private static final JsonNames NAMES =
      JsonNames.of(
          "authorizer",
          "domainName",
          "http",
          "identity",
          "path",
          "requestId",
          "stage",
          "elb",
          "serviceNetworkArn",
          "serviceArn",
          "connectionId",
          // Not needed, but usually there: a name that is known costs no string.
          "accountId",
          "apiId",
          "authentication",
          "domainPrefix",
          "extendedRequestId",
          "httpMethod",
          "protocol",
          "requestTime",
          "requestTimeEpoch",
          "resourceId",
          "resourcePath",
          "routeKey",
          "time",
          "timeEpoch",
          "targetGroupArn",
          "region");

  private static final int METHOD = 0;
  private static final int SOURCE_IP = 1;

  private static final JsonNames HTTP_NAMES =
      JsonNames.of("method", "sourceIp", "path", "protocol", "userAgent");

  private RequestContext() {}

  static void read(JsonReader in, EventDraft draft) {
    if (in.nextNull()) {
      return;
    }
    HttpEvent event = draft.event;
    in.beginObject();
    int name;
    while ((name = in.nextName(NAMES)) != JsonReader.END) {
      switch (name) {
        case ELB -> {
          draft.loadBalancer = true;
          in.skipValue();
        }
        case SERVICE_NETWORK_ARN, SERVICE_ARN -> {
          draft.lattice = true;
          in.skipValue();
        }
        case AUTHORIZER -> draft.authorizer = AnyValue.map(in);
        case DOMAIN_NAME -> event.domainName = JsonValues.text(in);
        case HTTP -> http(in, draft);
        case IDENTITY -> draft.identity = AnyValue.map(in);
        case PATH -> draft.contextPath = JsonValues.text(in);
        case REQUEST_ID -> event.requestId = JsonValues.text(in);
        case STAGE -> event.stage = JsonValues.text(in);
        case CONNECTION_ID -> {
          draft.webSocket = true;
          in.skipValue();
        }
        default -> in.skipValue();
      }
    }
  }

  private static void http(JsonReader in, EventDraft draft) {
    if (in.nextNull()) {
      return;
    }
    in.beginObject();
    int name;
    while ((name = in.nextName(HTTP_NAMES)) != JsonReader.END) {
      switch (name) {
        case METHOD -> draft.httpMethod = JsonValues.text(in);
        case SOURCE_IP -> draft.event.sourceIp = JsonValues.text(in);
        default -> in.skipValue();
      }
    }
  }
}
