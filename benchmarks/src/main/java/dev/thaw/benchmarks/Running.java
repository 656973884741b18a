package dev.thaw.benchmarks;

/**
 * A process that is under way.
 *
 * @param beganNanos {@link System#nanoTime} when its program was started
 * @param before what the process had used before that, making its sandbox
 */
record Running(Process process, long beganNanos, ProcessUsage before) {
  /** What the program alone has used so far. */
  ProcessUsage usage() {
    return ProcessUsage.of(process.pid()).since(before);
  }
}
