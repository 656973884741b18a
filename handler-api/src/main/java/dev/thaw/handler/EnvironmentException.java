package dev.thaw.handler;

import java.util.List;

/** Environment variables that are missing or malformed, all of them in one message. */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> problems;

  EnvironmentException(List<String> problems) {
    super("Environment variables: " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One entry a variable: its name and what is wrong with it, never its value. */
  public List<String> problems() {
    return problems;
  }
}
