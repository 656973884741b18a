package dev.thaw.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a start gets of the machine: the memory of a function of some size, and the share of a CPU
 * that Lambda gives to it, one whole at 1769 MB.
 *
 * <p>The memory is limited as well, because the JVM chooses its heap by it where no flag does. One
 * thing is not as on Lambda, for all subjects alike: a JVM that is throttled from the start sees
 * one CPU, where Lambda shows two and gives time on them.
 *
 * @param megabytes the function's memory size
 * @param group its memory is limited to that size
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Configure
 *     Lambda function memory</a>
 */
record Limits(int megabytes, Throttle throttle, Cgroup group) {
  /** When the CPU's share begins to count. */
  enum Throttle {
    /** From the process's first instruction. */
    ALWAYS,
    /** When the first {@code GET /next} has been received, as Lambda is reported to do. */
    AFTER_INIT;

    /** As it stands in table and file. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final double MEGABYTES_OF_ONE_CPU = 1769;

  /**
   * Starts a program under these limits; a {@link Gate} holds the process until it is in the group.
   */
  Running start(ProcessBuilder builder) throws IOException, MeasurementException {
    if (throttle == Throttle.ALWAYS) {
      limitCpu();
    } else {
      group.freeCpu();
    }
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", Gate.WAIT, "sh"));
    command.addAll(builder.command());
    return Gate.start(builder.command(command), group.cpu(), group::enter);
  }

  /** The process asks for its first event, which it gets when this returns. */
  void initEnded() throws IOException {
    if (throttle == Throttle.AFTER_INIT) {
      limitCpu();
    }
  }

  private void limitCpu() throws IOException {
    group.limitCpu(megabytes / MEGABYTES_OF_ONE_CPU);
  }
}
