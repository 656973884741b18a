package dev.thaw.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Replaces this process by a new one, with the same process id and streams. Java has no word for
 * it; the cost, some 70 milliseconds, is paid only where a cache does not fit.
 */
final class Restart {
  /** Tells the launcher which cache to use. */
  private static final String VARIABLE = "THAW_CACHE";

  private Restart() {}

  /**
   * Starts the launcher again, without the function's cache.
   *
   * @param home the folder {@code thaw}, beside which the launcher stands
   */
  static void withLayerCache(String home, FunctionLog log) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment launcher =
          arena.allocateFrom(home.substring(0, home.lastIndexOf('/')) + "/bootstrap");
      MemorySegment arguments = arena.allocate(MemoryLayout.sequenceLayout(2, ValueLayout.ADDRESS));
      arguments.setAtIndex(ValueLayout.ADDRESS, 0, launcher);
      arguments.setAtIndex(ValueLayout.ADDRESS, 1, MemorySegment.NULL);
      int _ =
          (int)
              function(
                      "setenv",
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.ADDRESS,
                          ValueLayout.ADDRESS,
                          ValueLayout.JAVA_INT))
                  .invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("layer"), 1);
      int _ =
          (int)
              function(
                      "execv",
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invokeExact(launcher, arguments);
    } catch (Throwable error) {
      log.error("Thaw cannot start itself anew", error);
    }
    // Only reached if that failed. Going on would run the classes in the stale cache.
    Runtime.getRuntime().halt(1);
  }

  @SuppressWarnings("restricted") // the launcher enables native access
  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }
}
