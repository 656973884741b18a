package dev.thaw.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * When this process began, to a hundredth of a second.
 *
 * <p>{@link ProcessHandle} is up to a second off: it adds the process's age at boot to the time of
 * the boot, which the kernel gives in whole seconds.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat</a>
 */
final class ProcessStart {
  /** Of the fields after the name, which ends with the last parenthesis; field 22 of all. */
  private static final int START_TIME = 20;

  private static final int MILLIS_PER_TICK = 10;

  private ProcessStart() {}

  /** The instant, or now where the kernel does not tell. */
  static Instant instant() {
    Instant now = Instant.now();
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String uptime = Files.readString(Path.of("/proc/uptime"));
      int field = stat.lastIndexOf(')');
      for (int i = 0; i < START_TIME; i++) {
        field = stat.indexOf(' ', field + 1);
      }
      long ticks = Long.parseLong(stat, field + 1, stat.indexOf(' ', field + 1), 10);
      double seconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
      long age = (long) (seconds * 1_000) - ticks * MILLIS_PER_TICK;
      return now.minusMillis(Math.max(0, age));
    } catch (IOException | RuntimeException e) {
      return now;
    }
  }
}
