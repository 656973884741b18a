package dev.thaw.runtime.crac;

import java.util.List;

/** What hooks have thrown, in one line: Lambda shows no more of an error than its message. */
final class HookFailures {
  private HookFailures() {}

  static String describe(String when, List<Throwable> failures) {
    StringBuilder text = new StringBuilder("Hooks that run ").append(when).append(" failed: ");
    for (int i = 0; i < failures.size(); i++) {
      text.append(i == 0 ? "" : "; ").append(describe(failures.get(i)));
    }
    return text.toString();
  }

  /** The user's code, where it is overridden, must not hide the failure by one of its own. */
  private static String describe(Throwable failure) {
    try {
      return failure.toString();
    } catch (Throwable e) {
      return failure.getClass().getName();
    }
  }
}
