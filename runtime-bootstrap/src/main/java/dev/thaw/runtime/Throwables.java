package dev.thaw.runtime;

import java.io.IOError;
import org.jspecify.annotations.Nullable;

/**
 * What a throwable says of itself. Much of it is the user's code where a throwable overrides it,
 * and may itself fail, even with an error, or return null: a failure must be reported nevertheless.
 */
final class Throwables {
  /** Names of classes, methods and files are shortened to this: they may have 65,535 characters. */
  static final int MAX_NAME = 1024;

  private static final int MAX_CAUSES = 20;
  private static final StackTraceElement[] NO_FRAMES = new StackTraceElement[0];

  private Throwables() {}

  static String name(Throwable error) {
    return shortened(error.getClass().getName(), MAX_NAME);
  }

  /** As AWS's client does, the class stands in for a message that is missing. */
  static String message(Throwable error, int limit) {
    String message;
    try {
      message = error.getMessage();
    } catch (Throwable e) {
      message = null;
    }
    return message == null ? name(error) : shortened(message, limit);
  }

  /** The message, and what the runtime knows besides of how the error came to be. */
  static String explained(Throwable error, int limit) {
    String message = message(error, limit);
    String explanation = explanation(error);
    return explanation == null ? message : message + " - " + explanation;
  }

  static @Nullable Throwable cause(Throwable error) {
    try {
      return error.getCause();
    } catch (Throwable e) {
      return null;
    }
  }

  /** None where one of them is null. */
  static StackTraceElement[] frames(Throwable error) {
    StackTraceElement[] frames;
    try {
      frames = error.getStackTrace();
    } catch (Throwable e) {
      return NO_FRAMES;
    }
    if (frames == null) {
      return NO_FRAMES;
    }
    for (StackTraceElement frame : frames) {
      if (frame == null) {
        return NO_FRAMES;
      }
    }
    return frames;
  }

  /** {@link Throwable#toString}. */
  static String describe(Throwable error) {
    String description;
    try {
      description = error.toString();
    } catch (Throwable e) {
      description = null;
    }
    return description == null ? name(error) : description;
  }

  static @Nullable String explanation(Throwable error) {
    if (!(error instanceof LinkageError) && !(error instanceof ClassNotFoundException)) {
      return null;
    }
    try {
      return LinkageExplanation.of(error, message(error, MAX_NAME));
    } catch (Throwable e) {
      return null; // the error itself is what matters
    }
  }

  /**
   * The error behind which the process cannot be trusted, itself or among the causes; null if there
   * is none. As with AWS's client these are the errors of the JVM and {@link IOError}, but without
   * {@link StackOverflowError}, which unwinds the stack and leaves nothing behind.
   *
   * <p>An {@link OutOfMemoryError} ends the process of whatever it was that ran out. It may have
   * hit any thread in the middle of a change, a library's or the JDK's own; and what has run out,
   * be it threads or direct buffers, has leaked as a rule and is missing in the next invocation
   * too. A cold start repairs that, for the price of one.
   */
  static @Nullable Error fatal(Throwable error) {
    if (error instanceof IOError io) {
      return io;
    }
    Throwable current = error;
    for (int depth = 0; current != null && depth <= MAX_CAUSES; depth++) {
      if (current instanceof VirtualMachineError e && !(e instanceof StackOverflowError)) {
        return e;
      }
      current = cause(current);
    }
    return null;
  }

  static String shortened(String text, int limit) {
    return text.length() > limit ? text.substring(0, limit) : text;
  }
}
