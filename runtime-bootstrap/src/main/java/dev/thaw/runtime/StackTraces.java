package dev.thaw.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stack traces as the author of a function wants them: without the runtime's own frames. */
final class StackTraces {
  private static final String RUNTIME = "dev.thaw.runtime.";

  /** Frames of a deep recursion beyond this number say nothing new. */
  private static final int MAX_FRAMES = 200;

  private StackTraces() {}

  /** How many frames, from the top, belong to the function. */
  static int functionFrames(StackTraceElement[] frames) {
    int count = 0;
    while (count < frames.length
        && count < MAX_FRAMES
        && !frames[count].getClassName().startsWith(RUNTIME)) {
      count++;
    }
    return count;
  }

  /** Appends what {@link Throwable#printStackTrace} would print, shortened. */
  static void print(Throwable error, StringBuilder text) {
    print(error, "", "", text, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void print(
      Throwable error, String indent, String caption, StringBuilder text, Set<Throwable> printed) {
    if (!printed.add(error)) {
      return;
    }
    text.append(indent).append(caption).append(describe(error)).append('\n');
    StackTraceElement[] frames = frames(error);
    int count = functionFrames(frames);
    for (int i = 0; i < count; i++) {
      text.append(indent).append("\tat ").append(frames[i]).append('\n');
    }
    for (Throwable suppressed : error.getSuppressed()) {
      print(suppressed, indent + "\t", "Suppressed: ", text, printed);
    }
    Throwable cause = cause(error);
    if (cause != null) {
      print(cause, indent, "Caused by: ", text, printed);
    }
  }

  // What follows is the user's code where a throwable overrides it, and may itself fail, even with
  // an error: a failure must be reported nevertheless.

  static @Nullable Throwable cause(Throwable error) {
    try {
      return error.getCause();
    } catch (Throwable e) {
      return null;
    }
  }

  static StackTraceElement[] frames(Throwable error) {
    try {
      return error.getStackTrace();
    } catch (Throwable e) {
      return new StackTraceElement[0];
    }
  }

  private static String describe(Throwable error) {
    try {
      return error.toString();
    } catch (Throwable e) {
      return error.getClass().getName();
    }
  }
}
