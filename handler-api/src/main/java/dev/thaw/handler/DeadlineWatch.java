package dev.thaw.handler;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * The watch over one invocation, begun by the thread that it runs on.
 *
 * <p>It goes by the wall clock, as the deadline does: the monotonic clock may stand still while an
 * execution environment is frozen.
 */
final class DeadlineWatch implements Delayed {
  /** How long the timer may wait before it looks at the wall clock again. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  private final Thread handler = Thread.currentThread();
  private final Invocation invocation;
  private final Duration margin;

  /** Milliseconds since 1970. */
  private final long deadline;

  /** When to fire next, milliseconds since 1970; changed only while no queue holds this. */
  private volatile long due;

  // From here on guarded by this: an interrupt and the end of the invocation exclude each other.
  private boolean ended;
  private boolean interrupted;
  private long remaining;
  private StackTraceElement[] stack = {};

  DeadlineWatch(Invocation invocation, Duration margin) {
    this.invocation = invocation;
    long left = invocation.getRemainingTimeInMillis();
    long before = Math.min(left / 2, margin.toMillis());
    deadline = System.currentTimeMillis() + left;
    due = deadline - before;
    this.margin = Duration.ofMillis(before);
  }

  /**
   * Called by the timer when this is due: interrupts the handler, and the next time logs where it
   * is.
   *
   * @return whether this is to fire again
   */
  synchronized boolean fire() {
    if (ended) {
      return false;
    }
    if (interrupted) {
      invocation.getLogger().log(lastWords());
      return false;
    }
    interrupted = true;
    stack = handler.getStackTrace();
    remaining = Math.max(0, deadline - System.currentTimeMillis());
    handler.interrupt();
    due = deadline - margin.toMillis() / 4;
    return true;
  }

  private String lastWords() {
    StringBuilder text = new StringBuilder(1_000);
    text.append("The handler goes on after it was interrupted: Lambda will end invocation ")
        .append(invocation.getAwsRequestId())
        .append(" in ")
        .append(Math.max(0, deadline - System.currentTimeMillis()))
        .append(" ms. It is here:\n");
    for (StackTraceElement frame : handler.getStackTrace()) {
      text.append("\tat ").append(frame).append('\n');
    }
    return text.toString();
  }

  /**
   * Called by the handler's thread when the handler has ended: from here on nothing interrupts it.
   *
   * @return whether the handler was interrupted; the flag is cleared then
   */
  synchronized boolean end() {
    ended = true;
    if (interrupted) {
      Thread.interrupted();
    }
    return interrupted;
  }

  /** What the invocation fails with. */
  synchronized DeadlineExceededException exceeded(Throwable cause) {
    return new DeadlineExceededException(Duration.ofMillis(remaining), margin, stack, cause);
  }

  @Override
  public long getDelay(TimeUnit unit) {
    long wait = Math.min(due - System.currentTimeMillis(), LONGEST_WAIT_MILLIS);
    return unit.convert(wait, TimeUnit.MILLISECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(due, ((DeadlineWatch) other).due);
  }
}
