package dev.thaw.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the tree of all path templates. It is filled by the builder and then only read. */
final class RouteNode {
  /** The literal segment that leads here. */
  private final String literal;

  private final List<RouteNode> literals = new ArrayList<>(0);
  private final List<Route> routes = new ArrayList<>(1);
  private final List<Route> tails = new ArrayList<>(0);
  private @Nullable RouteNode variable;

  RouteNode(String literal) {
    this.literal = literal;
  }

  /**
   * Adds a route below the root.
   *
   * @throws IllegalArgumentException if there is one for the same paths and method
   */
  void add(Route route, RouteTemplate template) {
    RouteNode node = this;
    for (String segment : template.segments()) {
      node = segment.isEmpty() ? node.variable() : node.literal(segment);
    }
    List<Route> here = template.tail() ? node.tails : node.routes;
    for (Route other : here) {
      if (other.method().equals(route.method())) {
        throw new IllegalArgumentException(
            route.method() + " " + route.template() + " is there already, as " + other.template());
      }
    }
    here.add(route);
  }

  private RouteNode variable() {
    RouteNode node = variable;
    if (node == null) {
      node = new RouteNode("");
      variable = node;
    }
    return node;
  }

  private RouteNode literal(String segment) {
    for (RouteNode node : literals) {
      if (node.literal.equals(segment)) {
        return node;
      }
    }
    RouteNode node = new RouteNode(segment);
    literals.add(node);
    return node;
  }

  /**
   * Finds what a path fits best below this node: at each segment literal text before a variable,
   * and that before a tail.
   *
   * @param encoded whether percent-encoding is to be undone
   * @param from where the next segment of the path begins, behind its slash
   * @param variables how many variables stand before
   * @return null if it fits nothing
   */
  @Nullable RouteMatch match(String path, boolean encoded, int from, int variables) {
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    RouteMatch match = null;
    if (from > end) {
      match = routes.isEmpty() ? null : new RouteMatch(routes, variables);
    } else {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? end : slash;
      if (to > from) {
        match = matchLiterals(path, encoded, from, to, variables);
        if (match == null && variable != null) {
          match = variable.match(path, encoded, to + 1, variables + 1);
          if (match != null) {
            match.set(variables, decoded(path, encoded, from, to));
          }
        }
      }
    }
    if (match == null && !tails.isEmpty()) {
      String rest = from > path.length() ? "" : decoded(path, encoded, from, path.length());
      match = new RouteMatch(tails, variables + 1).set(variables, rest);
    }
    return match;
  }

  private @Nullable RouteMatch matchLiterals(
      String path, boolean encoded, int from, int to, int variables) {
    if (literals.isEmpty()) {
      return null;
    }
    int percent = encoded ? path.indexOf('%', from) : -1;
    String decoded = percent < 0 || percent >= to ? null : decoded(path, true, from, to);
    for (RouteNode node : literals) {
      boolean same =
          decoded == null
              ? node.literal.length() == to - from && path.startsWith(node.literal, from)
              : node.literal.equals(decoded);
      if (same) {
        return node.match(path, encoded, to + 1, variables);
      }
    }
    return null;
  }

  private static String decoded(String path, boolean encoded, int from, int to) {
    String text = path.substring(from, to);
    return encoded ? PercentText.decode(text, false) : text;
  }
}
