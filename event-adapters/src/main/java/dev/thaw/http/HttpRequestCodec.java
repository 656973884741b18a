package dev.thaw.http;

import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonNames;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonValues;
import dev.thaw.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of all HTTP sources. Which of them an event comes from shows only when it has
 * been read: until then everything that any of them sends is kept.
 */
public final class HttpRequestCodec implements Codec<HttpRequest> {
  private static final int VERSION = 0;
  private static final int PATH = 1;
  private static final int RAW_PATH = 2;
  private static final int RAW_QUERY_STRING = 3;
  private static final int COOKIES = 4;
  private static final int HEADERS = 5;
  private static final int MULTI_VALUE_HEADERS = 6;
  private static final int QUERY_STRING_PARAMETERS = 7;
  private static final int MULTI_VALUE_QUERY_STRING_PARAMETERS = 8;
  private static final int HTTP_METHOD = 9;
  private static final int METHOD = 10;
  private static final int REQUEST_CONTEXT = 11;
  private static final int BODY = 12;
  private static final int IS_BASE64_ENCODED = 13;
  private static final int LATTICE_1_RAW_PATH = 14;
  private static final int RECORDS = 15;
  private static final int DETAIL_TYPE = 16;
  private static final int PATH_PARAMETERS = 17;

  private static final JsonNames NAMES =
      JsonNames.of(
          "version",
          "path",
          "rawPath",
          "rawQueryString",
          "cookies",
          "headers",
          "multiValueHeaders",
          "queryStringParameters",
          "multiValueQueryStringParameters",
          "httpMethod",
          "method",
          "requestContext",
          "body",
          "isBase64Encoded",
          // Of events that come from no HTTP source, so that the message can say so.
          "raw_path",
          "Records",
          "detail-type",
          "pathParameters",
          // Not needed, but usually there: a name that is known costs no string.
          "resource",
          "routeKey",
          "stageVariables");

  /** For {@code Json} and generated code. */
  public HttpRequestCodec() {}

  /**
   * Reads an event.
   *
   * @throws dev.thaw.codec.JsonException also if it comes from no HTTP source
   */
  @Override
  public @Nullable HttpRequest read(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    in.peek();
    int position = in.position();
    EventDraft draft = new EventDraft();
    in.beginObject();
    int name;
    while ((name = in.nextName(NAMES)) != JsonReader.END) {
      property(in, name, draft);
    }
    String problem = draft.resolve();
    if (problem != null) {
      throw in.error(problem, position);
    }
    return new HttpRequest(draft.event);
  }

  private static void property(JsonReader in, int name, EventDraft draft) {
    HttpEvent event = draft.event;
    switch (name) {
      case VERSION -> draft.version = JsonValues.text(in);
      case PATH -> draft.path = JsonValues.text(in);
      case RAW_PATH -> draft.rawPath = JsonValues.text(in);
      case RAW_QUERY_STRING -> draft.rawQuery = JsonValues.text(in);
      case COOKIES -> draft.cookies = JsonValues.texts(in);
      case HEADERS -> {
        // The same again where the lists have been read; API Gateway sends both.
        HttpFields fields = draft.multiValueHeaders ? skip(in) : fields(in);
        event.headers = fields == null ? event.headers : fields;
      }
      case MULTI_VALUE_HEADERS -> {
        HttpFields fields = fields(in);
        draft.multiValueHeaders = fields != null;
        event.headers = fields == null ? event.headers : fields;
      }
      case QUERY_STRING_PARAMETERS -> {
        HttpFields fields = draft.multiValueQuery ? skip(in) : fields(in);
        event.parameters = fields == null ? event.parameters : fields;
      }
      case MULTI_VALUE_QUERY_STRING_PARAMETERS -> {
        HttpFields fields = fields(in);
        draft.multiValueQuery = fields != null;
        event.parameters = fields == null ? event.parameters : fields;
      }
      case HTTP_METHOD, METHOD -> draft.method = JsonValues.text(in);
      case PATH_PARAMETERS -> draft.pathParameters = JsonValues.textMap(in);
      case REQUEST_CONTEXT -> RequestContext.read(in, draft);
      case BODY -> event.body = JsonValues.text(in);
      case IS_BASE64_ENCODED -> event.base64 = JsonValues.booleanValue(in);
      case LATTICE_1_RAW_PATH -> {
        draft.latticeVersion1 = true;
        in.skipValue();
      }
      case RECORDS, DETAIL_TYPE -> {
        draft.found = name == RECORDS ? "Records" : "detail-type";
        in.skipValue();
      }
      default -> in.skipValue();
    }
  }

  private static @Nullable HttpFields skip(JsonReader in) {
    in.skipValue();
    return null;
  }

  /** Reads names with a value or a list of values each; null if it is null. */
  private static @Nullable HttpFields fields(JsonReader in) {
    if (in.nextNull()) {
      return null;
    }
    HttpFields fields = new HttpFields();
    in.beginObject();
    String name = in.nextName();
    while (name != null) {
      if (in.peek() == '[') {
        in.beginArray();
        while (in.nextElement()) {
          fields.add(name, JsonValues.textOrEmpty(in));
        }
      } else {
        fields.add(name, JsonValues.textOrEmpty(in));
      }
      name = in.nextName();
    }
    return fields;
  }

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always: no function answers with a request
   */
  @Override
  public void write(JsonWriter out, @Nullable HttpRequest value) {
    throw new UnsupportedOperationException("An HTTP request is only read");
  }
}
