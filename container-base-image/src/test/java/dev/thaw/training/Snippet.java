package dev.thaw.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of Java in a guide.
 *
 * <p>What is written between {@code ```java} and {@code ```} must compile. {@code ```java rejected}
 * must not; the compiler must say what the block {@code ```text} behind it says. A comment {@code
 * <!-- java ... -->} holds what the reader need not see.
 *
 * @param page where it stands
 * @param line of the page where its text begins, from 1
 * @param text the Java
 * @param rejected the compiler's words; empty if it must compile
 */
record Snippet(Path page, int line, String text, String rejected) {

  /** All of a page, in its order. */
  static List<Snippet> of(Path page, List<String> lines) {
    List<Snippet> snippets = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String opening = lines.get(i).strip();
      boolean fence = opening.startsWith("```") && opening.length() > 3;
      if (!fence && !opening.equals("<!-- java")) {
        continue;
      }
      int begin = i + 1;
      int end = end(lines, begin, fence ? "```" : "-->", page);
      String text = String.join("\n", lines.subList(begin, end)).stripIndent() + "\n";
      i = end;
      switch (opening) {
        case "```java", "<!-- java" -> snippets.add(new Snippet(page, begin + 1, text, ""));
        case "```java rejected" -> {
          int words = next(lines, end + 1);
          if (words == lines.size() || !lines.get(words).strip().equals("```text")) {
            throw new AssertionError(page + ":" + begin + ": no ```text behind it");
          }
          i = end(lines, words + 1, "```", page);
          String said = String.join("\n", lines.subList(words + 1, i)).strip();
          snippets.add(new Snippet(page, begin + 1, text, said));
        }
        default -> {
          if (opening.startsWith("```java")) {
            throw new AssertionError(page + ":" + begin + ": " + opening + " is not known");
          }
        }
      }
    }
    return snippets;
  }

  private static int next(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).isBlank()) {
      line++;
    }
    return line;
  }

  private static int end(List<String> lines, int from, String closing, Path page) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(closing)) {
        return i;
      }
    }
    throw new AssertionError(page + ":" + from + ": no " + closing + " behind it");
  }
}
