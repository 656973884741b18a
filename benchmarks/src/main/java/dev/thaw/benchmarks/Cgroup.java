package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A control group of one's own: how much CPU time and memory the processes in it get together.
 *
 * @param version 1 or 2
 * @param cpu its folder for CPU time
 * @param memory its folder for memory; in version 2 the same
 */
record Cgroup(int version, Path cpu, Path memory) implements AutoCloseable {
  private static final int PERIOD_MICROS = 20_000;
  private static final int ATTEMPTS = 100;

  /**
   * @param cpus how much of the time of one CPU, in each period of 20 ms
   */
  void limitCpu(double cpus) throws IOException {
    quota(Math.round(cpus * PERIOD_MICROS));
  }

  void freeCpu() throws IOException {
    quota(-1);
  }

  private void quota(long micros) throws IOException {
    if (version == 2) {
      write(cpu.resolve("cpu.max"), (micros < 0 ? "max" : micros) + " " + PERIOD_MICROS);
    } else {
      write(cpu.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
      write(cpu.resolve("cpu.cfs_quota_us"), Long.toString(micros));
    }
  }

  void limitMemory(long bytes) throws IOException {
    String file = version == 2 ? "memory.max" : "memory.limit_in_bytes";
    write(memory.resolve(file), Long.toString(bytes));
  }

  /** Takes a process in, with what it will do from now on. */
  void enter(long pid) throws IOException {
    for (Path folder : folders()) {
      write(folder.resolve("cgroup.procs"), Long.toString(pid));
    }
  }

  /** Ends what is still in it, and removes it. May be called again. */
  @Override
  public void close() throws IOException {
    for (Path folder : folders()) {
      for (int attempt = 1; Files.exists(folder); attempt++) {
        for (String pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
          ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
        try {
          Files.deleteIfExists(folder);
        } catch (IOException e) {
          if (attempt == ATTEMPTS) {
            throw e;
          }
          // the kernel takes its time to forget a process
          LockSupport.parkNanos(20_000_000);
        }
      }
    }
  }

  private Set<Path> folders() {
    return new LinkedHashSet<>(List.of(cpu, memory));
  }

  private static void write(Path file, String value) throws IOException {
    try {
      Files.writeString(file, value);
    } catch (IOException e) {
      throw new IOException(file + " did not take " + value + ": " + e.getMessage(), e);
    }
  }
}
