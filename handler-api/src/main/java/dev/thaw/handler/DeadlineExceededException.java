package dev.thaw.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A handler was still at work shortly before the deadline and was interrupted by {@link
 * DeadlineGuard}.
 *
 * <p>Its stack trace is the handler's, taken just before the interrupt: where the time went. Its
 * cause is what the handler then ended with.
 */
public final class DeadlineExceededException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration remaining;
  private final Duration margin;

  DeadlineExceededException(
      Duration remaining, Duration margin, StackTraceElement[] stack, @Nullable Throwable cause) {
    super(
        "The handler was still at work "
            + remaining.toMillis()
            + " ms before the deadline and was interrupted (margin "
            + margin.toMillis()
            + " ms); the stack shows where it was",
        cause);
    this.remaining = remaining;
    this.margin = margin;
    setStackTrace(stack);
  }

  /** What was left until the deadline when the handler was interrupted; never negative. */
  public Duration remaining() {
    return remaining;
  }

  /** How long before the deadline it was to be interrupted. */
  public Duration margin() {
    return margin;
  }
}
