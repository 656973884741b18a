package dev.thaw.local;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines that Lambda itself writes to a function's log, in its format. */
final class ReportLines {
  private ReportLines() {}

  static String start(String requestId) {
    return "START RequestId: " + requestId + " Version: " + FunctionConfiguration.VERSION;
  }

  static String end(String requestId) {
    return "END RequestId: " + requestId;
  }

  /**
   * The REPORT line.
   *
   * @param errorType null if the runtime answered, be it with an error
   */
  static String report(
      String requestId,
      Duration duration,
      Optional<Duration> init,
      int memorySize,
      int maxMemoryUsed,
      @Nullable String errorType) {
    StringBuilder line = new StringBuilder(200);
    line.append("REPORT RequestId: ").append(requestId);
    line.append("\tDuration: ").append(millis(duration)).append(" ms");
    line.append("\tBilled Duration: ").append(billed(duration, init)).append(" ms");
    line.append("\tMemory Size: ").append(memorySize).append(" MB");
    line.append("\tMax Memory Used: ").append(maxMemoryUsed).append(" MB\t");
    init.ifPresent(time -> line.append("Init Duration: ").append(millis(time)).append(" ms\t"));
    if ("Sandbox.Timedout".equals(errorType)) {
      line.append("Status: timeout\t");
    } else if (errorType != null) {
      line.append("Status: error\tError Type: ").append(errorType).append('\t');
    }
    return line.toString();
  }

  /** The line of an init phase that was cut off. */
  static String initTimeout(Duration init) {
    return "INIT_REPORT Init Duration: " + millis(init) + " ms\tPhase: init\tStatus: timeout";
  }

  /** Whole milliseconds, rounded up; the init phase is billed too. */
  private static long billed(Duration duration, Optional<Duration> init) {
    long nanos = duration.plus(init.orElse(Duration.ZERO)).toNanos();
    return (nanos + 999_999) / 1_000_000;
  }

  /** With two decimals, as in {@code 3.00}. */
  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String millis(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 6)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
