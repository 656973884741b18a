package dev.thaw.local;

import java.time.Duration;
import java.util.Optional;

/**
 * An invocation that a local Lambda has carried out: how it ended, and what was measured.
 *
 * @param requestId the invocation's id
 * @param outcome the response or the error
 * @param duration from when the runtime got the event until its answer, or its end, was known
 * @param initDuration of a cold start: from just before the process was started until its first
 *     {@code /next}, or its end; empty for a warm one
 * @param firstResponse of a cold start that succeeded: from just before the process was started
 *     until its {@code /response} had arrived
 * @param maxMemoryUsed the process's peak resident memory in megabytes; 0 where the system does not
 *     tell
 * @param logTail the last 4 KB of the log since the environment's previous invocation, with
 *     Lambda's own lines
 */
public record InvocationResult(
    String requestId,
    InvocationOutcome outcome,
    Duration duration,
    Optional<Duration> initDuration,
    Optional<Duration> firstResponse,
    int maxMemoryUsed,
    String logTail) {

  static InvocationResult notStarted(String requestId, InvocationOutcome outcome) {
    return new InvocationResult(
        requestId, outcome, Duration.ZERO, Optional.of(Duration.ZERO), Optional.empty(), 0, "");
  }

  /** Whether a new execution environment was started for it. */
  public boolean coldStart() {
    return initDuration.isPresent();
  }
}
