package dev.thaw.batch;

import dev.thaw.handler.Invocation;
import java.time.Duration;

/** When a batch has to come to its end, in milliseconds before Lambda ends the invocation. */
final class Deadline {
  /** Why no more record is begun once it is {@link #reached}. */
  static final String NEAR = "The deadline is near";

  private final Invocation invocation;
  private final long margin;

  Deadline(Invocation invocation, Duration margin) {
    this.invocation = invocation;
    // Duration.toMillis throws where it does not fit a long
    long millis = margin.toSeconds() > Integer.MAX_VALUE ? Integer.MAX_VALUE : margin.toMillis();
    this.margin = Math.min(millis, invocation.getRemainingTimeInMillis() / 2);
  }

  /** Whether no more record is to be begun. */
  boolean reached() {
    return until(margin) <= 0;
  }

  long margin() {
    return margin;
  }

  /** How long it is until only so much is left: not above zero if it is less already. */
  long until(long left) {
    return invocation.getRemainingTimeInMillis() - left;
  }
}
