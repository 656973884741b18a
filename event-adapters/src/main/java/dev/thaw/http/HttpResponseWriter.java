package dev.thaw.http;

import dev.thaw.codec.JsonWriter;

/**
 * Writes responses in the shape that the source of their request expects, and with no property
 * more: API Gateway answers 502 for a REST API's response that has one it does not know.
 */
public final class HttpResponseWriter {
  private static final String SET_COOKIE = "set-cookie";

  private HttpResponseWriter() {}

  /**
   * Writes a response. Text goes as it is, everything else in base64.
   *
   * @param request the one that it answers
   */
  public static void write(JsonWriter out, HttpResponse response, HttpRequest request) {
    HttpFields headers = response.fields();
    out.beginObject();
    out.name("statusCode");
    out.value(response.status());
    switch (request.source()) {
      case ALB -> {
        description(out, response.status());
        // A target group takes lists exactly if it sends lists, and ignores the other property.
        if (request.event().multiValue) {
          lists(out, headers);
        } else {
          texts(out, headers, true);
        }
      }
      case REST_API -> lists(out, headers);
      case HTTP_API, FUNCTION_URL -> {
        texts(out, headers, false);
        cookies(out, headers);
      }
      case VPC_LATTICE -> {
        description(out, response.status());
        texts(out, headers, true);
      }
    }
    body(out, response);
    out.endObject();
  }

  /**
   * Whether the source of a request can take its response as a stream, where it is set up so. An
   * HTTP API cannot, whatever its payload format.
   */
  public static boolean canStream(HttpRequest request) {
    return switch (request.source()) {
      case FUNCTION_URL -> true;
      case REST_API -> !request.event().httpApi;
      case ALB, HTTP_API, VPC_LATTICE -> false;
    };
  }

  private static void description(JsonWriter out, int status) {
    out.name("statusDescription");
    out.value(status + " " + StatusText.of(status));
  }

  private static void lists(JsonWriter out, HttpFields headers) {
    out.name("multiValueHeaders");
    out.beginObject();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (isFirst(headers, i)) {
        out.name(name);
        out.beginArray();
        for (int k = i; k < headers.size(); k++) {
          if (headers.name(k).equalsIgnoreCase(name)) {
            out.value(headers.value(k));
          }
        }
        out.endArray();
      }
    }
    out.endObject();
  }

  /**
   * One text a header, in which several values stand behind commas.
   *
   * @param cookies whether cookies are among them. Several cannot be one text: each but the first
   *     has a name in another case, which JSON takes for another property and HTTP for the same
   *     header. AWS documents no way at all; target groups with multi-value headers need none.
   */
  private static void texts(JsonWriter out, HttpFields headers, boolean cookies) {
    out.name("headers");
    out.beginObject();
    int cookie = 0;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (!name.equalsIgnoreCase(SET_COOKIE)) {
        if (isFirst(headers, i)) {
          out.name(name);
          out.value(joined(headers, i));
        }
      } else if (cookies) {
        out.name(inAnotherCase(cookie));
        out.value(headers.value(i));
        cookie++;
      }
    }
    out.endObject();
  }

  private static void cookies(JsonWriter out, HttpFields headers) {
    boolean any = false;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase(SET_COOKIE)) {
        if (!any) {
          out.name("cookies");
          out.beginArray();
          any = true;
        }
        out.value(headers.value(i));
      }
    }
    if (any) {
      out.endArray();
    }
  }

  private static boolean isFirst(HttpFields headers, int index) {
    String name = headers.name(index);
    for (int i = 0; i < index; i++) {
      if (headers.name(i).equalsIgnoreCase(name)) {
        return false;
      }
    }
    return true;
  }

  /** The name of the nth cookie: the bits of its number say which letters are capital. */
  private static String inAnotherCase(int number) {
    char[] name = SET_COOKIE.toCharArray();
    int bits = number;
    for (int i = 0; i < name.length; i++) {
      if (name[i] != '-') {
        name[i] = (bits & 1) == 0 ? name[i] : (char) (name[i] - 'a' + 'A');
        bits >>= 1;
      }
    }
    return new String(name);
  }

  private static String joined(HttpFields headers, int index) {
    String name = headers.name(index);
    String value = headers.value(index);
    for (int i = index + 1; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase(name)) {
        value = value + "," + headers.value(i);
      }
    }
    return value;
  }

  private static void body(JsonWriter out, HttpResponse response) {
    String text = ResponseText.of(response);
    out.name("body");
    if (text == null) {
      out.base64(response.bytes());
    } else {
      out.value(text);
    }
    out.name("isBase64Encoded");
    out.value(text == null);
  }
}
