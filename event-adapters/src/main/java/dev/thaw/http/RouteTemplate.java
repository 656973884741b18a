package dev.thaw.http;

import java.util.ArrayList;
import java.util.List;

/**
 * A path template, taken apart.
 *
 * @param segments literal text; empty for a variable
 * @param variables the names of the variables in order, that of the tail last
 * @param tail whether a variable behind the segments takes the rest of the path
 */
record RouteTemplate(List<String> segments, List<String> variables, boolean tail) {
  private static final String REFUSED = "{}%?#*";

  /**
   * Takes a template apart.
   *
   * @throws IllegalArgumentException if it is not one; the message says why
   */
  static RouteTemplate parse(String template) {
    if (!template.startsWith("/")) {
      throw wrong(template, "does not begin with a slash");
    }
    List<String> segments = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    boolean tail = false;
    int from = 1;
    while (from <= template.length() && template.length() > 1) {
      int slash = template.indexOf('/', from);
      int to = slash < 0 ? template.length() : slash;
      String segment = template.substring(from, to);
      if (segment.isEmpty()) {
        throw wrong(template, "has an empty segment; a slash at the end is left out");
      }
      if (tail) {
        throw wrong(template, "goes on behind a variable that takes the rest of the path");
      }
      if (segment.startsWith("{") && segment.endsWith("}")) {
        tail = segment.endsWith("...}");
        String name = segment.substring(1, segment.length() - (tail ? 4 : 1));
        if (!isName(name) || variables.contains(name)) {
          throw wrong(template, "has a variable without a name of its own");
        }
        variables.add(name);
        if (!tail) {
          segments.add("");
        }
      } else {
        segments.add(literal(template, segment));
      }
      from = to + 1;
    }
    return new RouteTemplate(List.copyOf(segments), List.copyOf(variables), tail);
  }

  private static String literal(String template, String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (REFUSED.indexOf(segment.charAt(i)) >= 0) {
        throw wrong(
            template,
            "has a '"
                + segment.charAt(i)
                + "' in literal text; a variable is a whole segment, {name} or {name...}, and"
                + " other text is written decoded");
      }
    }
    return segment;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static IllegalArgumentException wrong(String template, String why) {
    return new IllegalArgumentException("The path template " + template + " " + why);
  }
}
