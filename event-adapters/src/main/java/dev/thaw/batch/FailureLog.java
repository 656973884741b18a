package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import org.jspecify.annotations.Nullable;

/** Says in the invocation's log, once each, which records failed and why; never what is in them. */
final class FailureLog {
  private final LambdaLogger logger;
  private final Records records;
  private @Nullable Throwable first;

  FailureLog(LambdaLogger logger, Records records) {
    this.logger = logger;
    this.records = records;
  }

  /** The first failure that was logged. */
  @Nullable Throwable first() {
    return first;
  }

  /** A record that failed. */
  void failed(int index, Throwable error) {
    Throwable reason = reason(error);
    if (first == null) {
      first = reason;
    }
    records.failed(index, reason);
    say(name(index) + " failed", reason, LogLevel.ERROR);
  }

  /** A record that counts as handled though its payload could not be read. */
  void dropped(int index, Throwable error) {
    say(name(index) + " cannot be read and is dropped", reason(error), LogLevel.ERROR);
  }

  /** A record that was begun and had not ended when the batch had to. */
  void unfinished(int index) {
    say(name(index) + " was not finished in time", null, LogLevel.ERROR);
  }

  /** That the batch ends before all records were begun. */
  void stopped(String why, int left) {
    String text = why + ": " + left + " of " + records.size() + " are left to be retried";
    say(text, null, LogLevel.WARN);
  }

  private String name(int index) {
    return records.kind() + " " + records.id(index);
  }

  private static Throwable reason(Throwable error) {
    Throwable cause = error instanceof UndecodableException ? error.getCause() : null;
    return cause == null ? error : cause;
  }

  private void say(String text, @Nullable Throwable error, LogLevel level) {
    try {
      logger.log(error == null ? text : text + "\n" + StackText.of(error), level);
    } catch (Throwable e) {
      // The response names the record. That it cannot be logged, say for want of memory, must not
      // have those handled again that went well.
    }
  }
}
