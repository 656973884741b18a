package dev.thaw.http;

import dev.thaw.handler.Invocation;

/** A handler with {@link Cors} around it. */
record CorsHandler(Cors cors, HttpHandler handler) implements HttpHandler {

  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) throws Exception {
    if (isPreflight(request)) {
      return cors.preflight(request);
    }
    HttpResponse response;
    try {
      response = handler.handle(request, invocation);
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
