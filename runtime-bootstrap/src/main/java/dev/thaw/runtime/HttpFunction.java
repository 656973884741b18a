package dev.thaw.runtime;

import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpException;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpRequestCodec;
import dev.thaw.http.HttpResponse;
import dev.thaw.http.HttpResponseWriter;
import org.jspecify.annotations.Nullable;

/** A handler of HTTP requests, which is answered in the shape of each request's source. */
final class HttpFunction implements Function {
  private static final String MODE = "THAW_HTTP_RESPONSE_MODE";

  private final HttpRequestCodec codec = new HttpRequestCodec();
  private final Handler<@Nullable Object, @Nullable Object> handler;
  private final Interceptors interceptors;
  private final boolean streaming;

  private HttpFunction(
      Handler<@Nullable Object, @Nullable Object> handler,
      Interceptors interceptors,
      boolean streaming) {
    this.handler = handler;
    this.interceptors = interceptors;
    this.streaming = streaming;
  }

  /**
   * A function of HTTP requests.
   *
   * @param handler without its interceptors
   * @throws HandlerException if the variable for the mode of responses is neither of both
   */
  static HttpFunction of(
      Handler<@Nullable Object, @Nullable Object> handler,
      Interceptors interceptors,
      Environment environment)
      throws HandlerException {
    String mode = environment.get(MODE, "buffered");
    boolean streaming = mode.equals("streaming");
    if (!streaming && !mode.equals("buffered")) {
      throw new HandlerException(
          "The variable " + MODE + " is neither buffered nor streaming but " + mode);
    }
    return new HttpFunction(handler, interceptors, streaming);
  }

  @Override
  public @Nullable Payload invoke(Payload event, Invocation invocation, Exchange exchange)
      throws Exception {
    JsonReader in = new JsonReader(event.bytes(), event.offset(), event.length());
    HttpRequest request = codec.read(in);
    in.endOfInput();
    if (request == null) {
      throw in.error("Expected an HTTP request but found null", 0);
    }
    HttpStream stream =
        streaming && HttpResponseWriter.canStream(request) ? new HttpStream(exchange) : null;
    HttpCall call = new HttpCall(handler, stream);
    HttpResponse response;
    try {
      response = call.response(interceptors.around(call).handle(request, invocation));
      if (stream == null && response.isStreamed()) {
        // An interceptor's own, which no call has gathered.
        response = GatheredBody.of(response);
      }
    } catch (HttpException e) {
      // An interceptor's, or that of a body's writer, which comes too late for a stream.
      if (stream != null && stream.hasBegun()) {
        throw e;
      }
      response = call.answer(e, invocation);
    }
    if (stream != null) {
      stream.finish(response);
      return null;
    }
    JsonWriter out = exchange.json();
    out.reset();
    HttpResponseWriter.write(out, response, request);
    return new Payload(out.array(), 0, out.size());
  }
}
