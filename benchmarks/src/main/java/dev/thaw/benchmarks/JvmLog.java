package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the JVM of a start began and was ready, from its own log: {@code -Xlog:startuptime} ends
 * with the time that creating the VM took, and stamps it with the system's monotonic clock. The
 * flag goes in by {@code JAVA_TOOL_OPTIONS}, which every JVM reads however it is started.
 *
 * @param beganNanos by {@link System#nanoTime}
 * @param readyNanos when main could be called
 */
record JvmLog(long beganNanos, long readyNanos) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Pattern CREATED =
      Pattern.compile("\\[(\\d+)ns\\] Create VM, ([0-9.]+) secs");

  /** The same subject, whose JVM writes its log to a file. */
  static Subject logged(Subject subject, Path file) {
    String flag = "-Xlog:startuptime:file=" + file + ":timenanos";
    return subject.with(Map.of("JAVA_TOOL_OPTIONS", flag));
  }

  /**
   * @throws MeasurementException if the file does not say it
   */
  static JvmLog read(Path file) throws IOException, MeasurementException {
    return parse(Files.readAllLines(file), file);
  }

  static JvmLog parse(List<String> lines, Path file) throws MeasurementException {
    for (String line : lines) {
      Matcher matcher = CREATED.matcher(line);
      if (matcher.lookingAt()) {
        long ready = Long.parseLong(matcher.group(1));
        double took = Double.parseDouble(matcher.group(2)) * NANOS_PER_SECOND;
        return new JvmLog(ready - (long) took, ready);
      }
    }
    throw new MeasurementException(file + " does not say when the JVM was ready", null);
  }
}
