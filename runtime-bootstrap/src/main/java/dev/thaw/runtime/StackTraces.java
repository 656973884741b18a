package dev.thaw.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Stack traces as the author of a function wants them: without the runtime's own frames. */
final class StackTraces {
  private static final String RUNTIME = "dev.thaw.runtime.";

  /** Frames of a deep recursion beyond this number say nothing new. */
  private static final int MAX_FRAMES = 200;

  private static final int MAX_DEPTH = 20;

  /** One record of CloudWatch Logs holds 256 KB; what is longer is torn apart. */
  private static final int MAX_TEXT = 200 * 1024;

  private static final int MAX_MESSAGE = 64 * 1024;

  private StackTraces() {}

  /**
   * How many frames, from the top, belong to the function: those above the runtime's first, and
   * above the JDK's by which the runtime may have called the handler.
   */
  static int functionFrames(StackTraceElement[] frames) {
    int count = 0;
    while (count < frames.length && !frames[count].getClassName().startsWith(RUNTIME)) {
      count++;
    }
    if (count < frames.length) {
      while (count > 0 && isReflection(frames[count - 1].getClassName())) {
        count--;
      }
    }
    return Math.min(count, MAX_FRAMES);
  }

  /** A frame in words; a native executable has another method here, for the JDK's own frames. */
  static String text(StackTraceElement frame) {
    return frame.toString();
  }

  private static boolean isReflection(String className) {
    return className.startsWith("jdk.internal.reflect.")
        || className.startsWith("java.lang.reflect.")
        || className.startsWith("java.lang.invoke.");
  }

  /** Appends what {@link Throwable#printStackTrace} would print, shortened. */
  static void print(Throwable error, StringBuilder text) {
    Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());
    print(error, "", "", text, text.length() + MAX_TEXT, printed);
  }

  private static void print(
      Throwable error,
      String indent,
      String caption,
      StringBuilder text,
      int limit,
      Set<Throwable> printed) {
    if (text.length() > limit || indent.length() > MAX_DEPTH) {
      return;
    }
    // A loop, since causes may be many.
    Throwable current = error;
    String title = caption;
    for (int depth = 0; depth <= MAX_DEPTH && printed.add(current); depth++) {
      text.append(indent).append(title);
      text.append(Throwables.shortened(Throwables.describe(current), MAX_MESSAGE));
      String explanation = Throwables.explanation(current);
      if (explanation != null) {
        text.append(" - ").append(explanation);
      }
      text.append('\n');
      StackTraceElement[] frames = Throwables.frames(current);
      int count = functionFrames(frames);
      for (int i = 0; i < count && text.length() < limit; i++) {
        text.append(indent).append("\tat ");
        text.append(Throwables.shortened(text(frames[i]), Throwables.MAX_NAME)).append('\n');
      }
      for (Throwable suppressed : current.getSuppressed()) {
        print(suppressed, indent + "\t", "Suppressed: ", text, limit, printed);
      }
      Throwable cause = Throwables.cause(current);
      if (cause == null || text.length() > limit) {
        return;
      }
      current = cause;
      title = "Caused by: ";
    }
  }
}
