package dev.thaw.http;

import dev.thaw.codec.JsonWriter;

/** Writes responses in the shape that a request's source expects. */
public final class HttpResponseWriter {
  private HttpResponseWriter() {}

  /**
   * Writes a response.
   *
   * @param request which it answers
   */
  public static void write(JsonWriter out, HttpResponse response, HttpRequest request) {
    out.beginObject();
    out.name("statusCode");
    out.value(response.status());
    out.endObject();
  }
}
