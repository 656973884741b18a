package dev.thaw.benchmarks.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML or SVG that is being written. Every text and every value of an attribute is escaped; only
 * style sheets and other markup go in as they are.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values, in turn
   */
  Markup start(String element, String... attributes) {
    tag(element, attributes).append('>');
    open.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  Markup end() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element that holds a text and nothing else. */
  Markup leaf(String element, String text, String... attributes) {
    tag(element, attributes).append('>');
    text(text);
    out.append("</").append(element).append('>');
    if (!element.equals("code")) {
      out.append('\n');
    }
    return this;
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    tag(element, attributes).append("/>\n");
    return this;
  }

  Markup text(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return this;
  }

  Markup add(Markup finished) {
    out.append(finished);
    return this;
  }

  /** A style sheet of this package. */
  Markup style(String css) {
    out.append("<style>\n").append(css).append("</style>\n");
    return this;
  }

  private StringBuilder tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int at = 0; at < attributes.length; at += 2) {
      out.append(' ').append(attributes[at]).append("=\"");
      text(attributes[at + 1]);
      out.append('"');
    }
    return out;
  }

  /** What was written. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return out.toString();
  }
}
