package dev.thaw.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of the template that a path fits, and what its variables stand for. */
final class RouteMatch {
  private final List<Route> routes;
  private final String[] values;

  /**
   * A match.
   *
   * @param variables how many values will be set
   */
  RouteMatch(List<Route> routes, int variables) {
    this.routes = routes;
    this.values = new String[variables];
  }

  RouteMatch set(int variable, String value) {
    values[variable] = value;
    return this;
  }

  /** The route of a method; null if there is none. */
  @Nullable Route route(String method) {
    for (Route route : routes) {
      if (route.method().equals(method)) {
        return route;
      }
    }
    return null;
  }

  /** By the names that the route's template gives the variables. */
  Map<String, String> parameters(Route route) {
    if (values.length == 0) {
      return Map.of();
    }
    Map<String, String> parameters = LinkedHashMap.newLinkedHashMap(values.length);
    for (int i = 0; i < values.length; i++) {
      parameters.put(route.variables().get(i), values[i]);
    }
    return parameters;
  }

  /** The value of the header {@code Allow}. */
  String allow() {
    List<String> methods = new ArrayList<>();
    for (Route route : routes) {
      methods.add(route.method());
      if (route.method().equals("GET") && route("HEAD") == null) {
        methods.add("HEAD");
      }
    }
    if (route("OPTIONS") == null) {
      methods.add("OPTIONS");
    }
    return String.join(", ", methods);
  }
}
