package dev.thaw.http;

import dev.thaw.handler.Invocation;
import java.util.Objects;

/** A handler with {@link Cors} around it. */
record CorsHandler(Cors cors, HttpHandler handler) implements HttpHandler {

  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) throws Exception {
    if (isPreflight(request)) {
      return cors.preflight(request);
    }
    HttpResponse response;
    try {
      response =
          Objects.requireNonNull(
              handler.handle(request, invocation),
              "The handler inside of Cors has returned null instead of a response");
    } catch (HttpException e) {
      if (e.status() >= 500) {
        HttpFailures.log(request, e, invocation);
      }
      response = e.response();
    }
    return cors.answer(request, response);
  }

  private static boolean isPreflight(HttpRequest request) {
    return request.method().equals("OPTIONS")
        && request.header("origin") != null
        && request.header("access-control-request-method") != null;
  }
}
