package dev.thaw.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What Linux keeps of files in memory: counted, and thrown out. */
final class PageCache {
  private static final int O_RDONLY = 0;
  private static final int POSIX_FADV_DONTNEED = 4;

  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle FADVISE =
      function(
          "posix_fadvise",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
  private static final MethodHandle MINCORE =
      function("mincore", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
  private static final MethodHandle PAGE_SIZE =
      function("getpagesize", FunctionDescriptor.of(JAVA_INT));

  private PageCache() {}

  @SuppressWarnings("restricted") // bin/bench enables native access
  private static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
  }

  /** Writes what has not been written yet: only clean pages can be thrown out. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Throws a file's pages out. Those that a process has mapped stay, and all of them in a file
   * system that has no storage behind it: ask {@link #resident} afterwards.
   */
  static void evict(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(file.toString()), O_RDONLY);
      if (descriptor < 0) {
        throw new IOException(file + " could not be opened");
      }
      int error = (int) FADVISE.invokeExact(descriptor, 0L, 0L, POSIX_FADV_DONTNEED);
      int _ = (int) CLOSE.invokeExact(descriptor);
      if (error != 0) {
        throw new IOException(file + " could not be evicted: error " + error);
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * How many bytes of a file are in memory, in whole pages. Linux tells only those who own the file
   * or may write to it, and says "all" to others.
   */
  static long resident(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      long size = channel.size();
      if (size == 0) {
        return 0;
      }
      int pageSize = (int) PAGE_SIZE.invokeExact();
      long pages = (size + pageSize - 1) / pageSize;
      MemorySegment mapped = channel.map(MapMode.READ_ONLY, 0, size, arena);
      MemorySegment inCore = arena.allocate(pages);
      if ((int) MINCORE.invokeExact(mapped, size, inCore) != 0) {
        throw new IOException("no page of " + file + " could be counted");
      }
      long resident = 0;
      for (long page = 0; page < pages; page++) {
        resident += inCore.get(JAVA_BYTE, page) & 1;
      }
      return resident * pageSize;
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
