package dev.thaw.http;

import dev.thaw.handler.Invocation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a handler by method and path. It is built once, in the constructor of the function, and
 * is itself a handler, so that anything may stand around it:
 *
 * <pre>{@code
 * private final HttpHandler api =
 *     Router.builder()
 *         .get("/carts/{id}", (request, invocation) -> json(200, find(request.pathParameter("id"))))
 *         .post("/carts", this::create)
 *         .get("/files/{path...}", this::file)
 *         .build();
 * }</pre>
 *
 * <p><b>Paths.</b> A variable stands for one segment that is not empty, and one with dots for the
 * rest of the path, which may be nothing. Literal text goes before a variable, and that before the
 * rest of the path. Paths are compared, and variables read, decoded segment by segment: {@code %2F}
 * does not part segments, where the front door sends it on (API Gateway decodes paths itself). A
 * slash at the end of a path makes no difference. API Gateway's stage is not part of the path.
 *
 * <p><b>Methods.</b> The path decides first, the method then: a path that fits a template with
 * other methods is answered with 405 and {@code Allow}. {@code HEAD} is answered by {@code GET}
 * without its body, and {@code OPTIONS} with {@code Allow}, unless they have routes of their own.
 *
 * <p><b>Errors.</b> An {@link HttpException} becomes its response. For any other exception the
 * client gets status 500 with a body that says nothing, and the log its stack; the invocation
 * itself succeeds, so that Lambda's metric {@code Errors} does not count it, but the load
 * balancer's and API Gateway's metrics of 5XX do. {@link RouterBuilder#onError} may do otherwise,
 * such as throw it on. An {@link Error} always fails the invocation.
 */
public final class Router implements HttpHandler {
  private final RouteNode root;
  private final HttpHandler notFound;
  private final HttpErrorHandler errors;

  Router(RouteNode root, HttpHandler notFound, HttpErrorHandler errors) {
    this.root = root;
    this.notFound = notFound;
    this.errors = errors;
  }

  /** A router to be put together. */
  public static RouterBuilder builder() {
    return new RouterBuilder();
  }

  @Override
  public HttpResponse handle(HttpRequest request, Invocation invocation) throws Exception {
    try {
      return route(request, invocation);
    } catch (HttpException e) {
      if (e.status() >= 500) {
        HttpFailures.log(request, e, invocation);
      }
      return e.response();
    } catch (Exception e) {
      return errors.handle(request, e, invocation);
    }
  }

  private HttpResponse route(HttpRequest request, Invocation invocation) throws Exception {
    RouteMatch match = match(request);
    if (match == null) {
      return notFound.handle(request, invocation);
    }
    String method = request.method();
    Route route = match.route(method);
    if (route != null) {
      return answer(match, route, request, invocation);
    }
    Route get = method.equals("HEAD") ? match.route("GET") : null;
    if (get != null) {
      return answer(match, get, request, invocation).withoutBody();
    }
    return (method.equals("OPTIONS")
            ? HttpResponse.of(204)
            : HttpException.message(405, "Method Not Allowed"))
        .header("allow", match.allow());
  }

  private @Nullable RouteMatch match(HttpRequest request) {
    String path = request.rawPath();
    return path.startsWith("/") ? root.match(path, request.event().pathEncoded, 1, 0) : null;
  }

  private static HttpResponse answer(
      RouteMatch match, Route route, HttpRequest request, Invocation invocation) throws Exception {
    HttpResponse response =
        route.handler().handle(request.withPathParameters(match.parameters(route)), invocation);
    return Objects.requireNonNull(
        response, "The handler of a route has returned null instead of a response");
  }
}
