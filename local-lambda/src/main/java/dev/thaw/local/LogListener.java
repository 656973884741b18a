package dev.thaw.local;

/** Gets what functions write to standard output and error, and Lambda's lines about them. */
@FunctionalInterface
public interface LogListener {
  /**
   * One line, without its end. Called from several threads.
   *
   * @param functionName whose it is
   */
  void line(String functionName, String line);
}
