package dev.thaw.runtime;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A file descriptor that the process was given, to write to. Java has no word for it: a pipe is
 * opened by its name under {@code /proc}, which is fast; anything else, or a pipe that belongs to
 * another user, is written to by the C library.
 *
 * <p>A number that the process was not given may be a file that the JVM itself has open, such as
 * its classes: a file is never opened by its number, and what is open for reading is refused.
 */
final class Descriptor extends OutputStream {
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int MAX_WAITS = 1000;
  private static final long WAIT_NANOSECONDS = 1_000_000;

  private final int number;
  private final MethodHandle write;
  private final VarHandle errno;

  @SuppressWarnings("restricted") // the launcher enables native access
  private Descriptor(int number) {
    this.number = number;
    Linker linker = Linker.nativeLinker();
    write =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("write"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG),
            Linker.Option.captureCallState("errno"));
    errno = Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
  }

  /**
   * Opens a descriptor.
   *
   * @throws IOException if the process has none of that number that is open for writing
   */
  static OutputStream open(int number) throws IOException {
    if (number <= 2 || !writable(number)) {
      throw new IOException("Nothing is open for writing there");
    }
    Path name = Path.of("/proc/self/fd/" + number);
    if (Files.readSymbolicLink(name).toString().startsWith("pipe:")) {
      try {
        return new FileOutputStream(name.toFile());
      } catch (FileNotFoundException e) {
        // Another user's: it may be written to nevertheless.
      }
    }
    return raw(number);
  }

  /** A native executable has another method here, which asks no linker at run time. */
  private static OutputStream raw(int number) {
    return new Descriptor(number);
  }

  /** What open(2) was called with; its last two bits are 1 for writing, 2 for both ways. */
  private static boolean writable(int number) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/fdinfo/" + number))) {
        if (line.startsWith("flags:")) {
          int access = Integer.parseInt(line.substring(6).strip(), 8) & 3;
          return access == 1 || access == 2;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // There is no such descriptor.
    }
    return false;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
      MemorySegment copy = arena.allocate(Math.max(1, length));
      MemorySegment.copy(bytes, offset, copy, ValueLayout.JAVA_BYTE, 0, length);
      long done = 0;
      int waits = 0;
      while (done < length) {
        long count = write(state, copy.asSlice(done), length - done);
        if (count > 0) {
          done += count;
          waits = 0;
        } else {
          int error = (int) errno.get(state, 0L);
          if (error == EAGAIN && waits++ < MAX_WAITS) {
            LockSupport.parkNanos(WAIT_NANOSECONDS); // full, and it does not block by itself
          } else if (error != EINTR) {
            throw new IOException("Error " + error + " at descriptor " + number);
          }
        }
      }
    }
  }

  private long write(MemorySegment state, MemorySegment bytes, long length) throws IOException {
    try {
      return (long) write.invokeExact(state, number, bytes, length);
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }
}
