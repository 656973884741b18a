package dev.thaw.http;

import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Puts a {@link Router} together. */
public final class RouterBuilder {
  private static final HttpHandler NOT_FOUND = new NotFound();

  private final List<Route> routes = new ArrayList<>();
  private HttpHandler notFound = NOT_FOUND;
  private HttpErrorHandler errors = new HttpFailures();

  RouterBuilder() {}

  /** A route for {@code GET}, and for {@code HEAD} unless that has one of its own. */
  public RouterBuilder get(String template, HttpHandler handler) {
    return route("GET", template, handler);
  }

  /** A route for {@code POST}. */
  public RouterBuilder post(String template, HttpHandler handler) {
    return route("POST", template, handler);
  }

  /** A route for {@code PUT}. */
  public RouterBuilder put(String template, HttpHandler handler) {
    return route("PUT", template, handler);
  }

  /** A route for {@code PATCH}. */
  public RouterBuilder patch(String template, HttpHandler handler) {
    return route("PATCH", template, handler);
  }

  /** A route for {@code DELETE}. */
  public RouterBuilder delete(String template, HttpHandler handler) {
    return route("DELETE", template, handler);
  }

  /**
   * A route.
   *
   * @param method in upper case, as HTTP has them
   * @param template such as {@code /carts/{id}} or {@code /files/{path...}}; its literal text is
   *     not percent-encoded
   * @throws IllegalArgumentException if method or template is malformed; the message says why
   */
  public RouterBuilder route(String method, String template, HttpHandler handler) {
    checkMethod(method);
    routes.add(new Route(method, template, RouteTemplate.parse(template).variables(), handler));
    return this;
  }

  /**
   * All routes of another router to be, below a path. What it does about paths that it does not
   * know and about errors is not taken over.
   *
   * @param prefix such as {@code /admin}, or {@code /} for what is below no path; may have
   *     variables
   */
  public RouterBuilder mount(String prefix, RouterBuilder other) {
    for (Route route : List.copyOf(other.routes)) {
      String below = prefix.equals("/") ? "" : prefix;
      String template = route.template().equals("/") ? prefix : below + route.template();
      route(route.method(), template, route.handler());
    }
    return this;
  }

  /** Answers where no path template fits; 404 by default. */
  public RouterBuilder notFound(HttpHandler handler) {
    notFound = handler;
    return this;
  }

  /** Answers where a handler throws something else than an {@link HttpException}. */
  public RouterBuilder onError(HttpErrorHandler handler) {
    errors = handler;
    return this;
  }

  /**
   * The router; later changes of the builder do not reach it.
   *
   * @throws IllegalArgumentException if two routes have the same method and fit the same paths
   */
  public Router build() {
    RouteNode root = new RouteNode("");
    for (Route route : routes) {
      root.add(route, RouteTemplate.parse(route.template()));
    }
    return new Router(root, notFound, errors);
  }

  private static void checkMethod(String method) {
    boolean right = !method.isEmpty();
    for (int i = 0; right && i < method.length(); i++) {
      char c = method.charAt(i);
      right = (c >= 'A' && c <= 'Z') || c == '-';
    }
    if (!right) {
      throw new IllegalArgumentException("Not an HTTP method in upper case: " + method);
    }
  }

  private static final class NotFound implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Invocation invocation) {
      return HttpException.message(404, "Not Found");
    }
  }
}
