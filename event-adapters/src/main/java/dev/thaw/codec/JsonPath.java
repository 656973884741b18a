package dev.thaw.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the path of a place in a document by reading it once more from the start, so that nobody
 * pays for paths but documents with errors. What precedes the place has been read before, hence is
 * well formed.
 */
final class JsonPath {
  private static final int LONGEST_NAME = 64;

  /** One open object or array, and the value in it that began last. */
  private static final class Scope {
    final boolean array;
    int index;
    String name = "";

    Scope(boolean array) {
      this.array = array;
    }
  }

  private JsonPath() {}

  static String of(byte[] json, int start, int position) {
    List<Scope> scopes = new ArrayList<>();
    int p = start;
    while (p < position) {
      switch (json[p]) {
        case '{' -> scopes.add(new Scope(false));
        case '[' -> scopes.add(new Scope(true));
        case '}', ']' -> {
          if (!scopes.isEmpty()) {
            scopes.removeLast();
          }
        }
        case ',' -> {
          if (!scopes.isEmpty()) {
            next(scopes.getLast());
          }
        }
        case '"' -> {
          int close = closingQuote(json, p + 1, position);
          if (close < position && !scopes.isEmpty() && scopes.getLast().name.isEmpty()) {
            name(scopes.getLast(), json, p + 1, close);
          }
          p = close;
        }
        default -> {}
      }
      p++;
    }
    return print(scopes);
  }

  private static void next(Scope scope) {
    scope.index++;
    scope.name = "";
  }

  private static int closingQuote(byte[] json, int from, int limit) {
    int p = from;
    while (p < limit && json[p] != '"') {
      p += json[p] == '\\' ? 2 : 1;
    }
    return p;
  }

  private static void name(Scope scope, byte[] json, int from, int to) {
    if (!scope.array) {
      // With its escapes left in place: the path may end in a log, where a line break would hurt.
      String name = new String(json, from, to - from, StandardCharsets.UTF_8);
      scope.name = isIdentifier(name) ? "." + shorten(name) : "['" + shorten(name) + "']";
    }
  }

  private static boolean isIdentifier(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String shorten(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private static String print(List<Scope> scopes) {
    StringBuilder path = new StringBuilder("$");
    for (Scope scope : scopes) {
      if (scope.array) {
        path.append('[').append(scope.index).append(']');
      } else {
        path.append(scope.name);
      }
    }
    return path.toString();
  }
}
