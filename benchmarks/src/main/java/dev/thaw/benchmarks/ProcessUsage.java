package dev.thaw.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a living process has used so far.
 *
 * @param cpuNanos user and system time of all its threads
 * @param residentKb resident memory now, in kB (VmRSS)
 * @param peakKb the most it was (VmHWM)
 * @param minorFaults pages that were mapped without reading storage
 * @param majorFaults pages that had to be read
 * @param readBytes what storage was asked for on its behalf, read-ahead included
 */
record ProcessUsage(
    long cpuNanos,
    long residentKb,
    long peakKb,
    long minorFaults,
    long majorFaults,
    long readBytes) {
  /** Of a process that has done nothing yet. */
  static final ProcessUsage NONE = new ProcessUsage(0, 0, 0, 0, 0, 0);

  /**
   * The same without the time and the pages of an earlier moment. Memory stays: a process that
   * becomes another program starts with none.
   */
  ProcessUsage since(ProcessUsage before) {
    return new ProcessUsage(
        cpuNanos - before.cpuNanos,
        residentKb,
        peakKb,
        minorFaults - before.minorFaults,
        majorFaults - before.majorFaults,
        readBytes - before.readBytes);
  }

  static ProcessUsage of(long pid) {
    long cpu = ProcessCpuClock.nanos(pid);
    Path directory = Path.of("/proc", Long.toString(pid));
    try {
      String status = Files.readString(directory.resolve("status"));
      String stat = Files.readString(directory.resolve("stat"));
      String io = Files.readString(directory.resolve("io"));
      // The second field, the command in parentheses, may hold spaces: count from behind it.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return new ProcessUsage(
          cpu,
          number(status, "VmRSS:", "kB"),
          number(status, "VmHWM:", "kB"),
          Long.parseLong(fields[7]),
          Long.parseLong(fields[9]),
          number(io, "\nread_bytes:", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(String text, String name, String end) {
    int from = text.indexOf(name) + name.length();
    return Long.parseLong(text.substring(from, text.indexOf(end, from)).strip());
  }
}
