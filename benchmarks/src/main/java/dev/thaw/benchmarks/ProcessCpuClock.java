package dev.thaw.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The CPU time of another process, user and system, all its threads, ended ones too, in
 * nanoseconds. {@code /proc/PID/stat} counts the same in steps of 10 ms, a third of a whole start.
 */
final class ProcessCpuClock {
  @SuppressWarnings("restricted") // bin/bench enables native access
  private static final MethodHandle CLOCK_GETTIME =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  private ProcessCpuClock() {}

  /**
   * @param pid a process that has not been waited for
   * @return nanoseconds of CPU time
   * @throws IllegalStateException if there is no such process
   */
  static long nanos(long pid) {
    // Linux's clock of a process, as clock_getcpuclockid(3) makes it: CPUCLOCK_SCHED is 2.
    int clock = (int) (~pid << 3 | 2);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(16, 8);
      if ((int) CLOCK_GETTIME.invokeExact(clock, time) != 0) {
        throw new IllegalStateException("no CPU clock of process " + pid);
      }
      return time.get(JAVA_LONG, 0) * 1_000_000_000 + time.get(JAVA_LONG, 8);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
