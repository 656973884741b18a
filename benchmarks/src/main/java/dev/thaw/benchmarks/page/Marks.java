package dev.thaw.benchmarks.page;

/** Replaces what stands in a Markdown file between two comments. */
final class Marks {
  private Marks() {}

  /**
   * @param file whose text it is, for the message
   * @param name between {@code <!-- name -->} and {@code <!-- /name -->}
   * @throws IllegalArgumentException if the marks are missing
   */
  static String replace(String file, String text, String name, String block) {
    String opening = "<!-- " + name + " -->";
    String closing = "<!-- /" + name + " -->";
    int begin = text.indexOf(opening);
    int end = text.indexOf(closing);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(file + ": " + opening + " … " + closing + " is missing");
    }
    return text.substring(0, begin + opening.length()) + "\n" + block + text.substring(end);
  }
}
