package dev.thaw.benchmarks.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.handler.Invocation;
import dev.thaw.http.HttpHandler;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpResponse;

/**
 * {@link LoadBalancer} through Thaw's HTTP layer, the only function of Thaw's own API. It needs no
 * jar more, since that layer is in the runtime; AWS's client has none and runs {@link
 * LoadBalancer}.
 */
public final class FrontDoor implements HttpHandler {
  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) {
    StringBuilder body = new StringBuilder();
    body.append("{\"path\":\"").append(request.path()).append("\",\"query\":\"");
    body.append(request.query("query")).append("\"}");
    return HttpResponse.bytes(200, "application/json", body.toString().getBytes(UTF_8));
  }
}
