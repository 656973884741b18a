package dev.thaw.training;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * An empty network of Linux for one thread and all that it starts, see {@code
 * network_namespaces(7)}. By system calls, since an image need not have the programs for it.
 */
final class NetworkNamespace {
  private static final int CLONE_NEWNET = 0x40000000;
  private static final int O_RDONLY_CLOEXEC = 0x80000;
  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM = 2;
  private static final int SIOCGIFFLAGS = 0x8913;
  private static final int SIOCSIFFLAGS = 0x8914;
  private static final short IFF_UP = 1;

  /** {@code struct ifreq}: the name, behind it the flags. */
  private static final int IFREQ_BYTES = 40;

  private static final int IFREQ_FLAGS = 16;

  private NetworkNamespace() {}

  /**
   * Moves the calling thread into a namespace of its own that has loopback only.
   *
   * @return false if this process may not, and nothing has changed
   */
  static boolean enter() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom("/proc/thread-self/ns/net");
      int before =
          (int)
              function("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT))
                  .invokeExact(path, O_RDONLY_CLOEXEC);
      if (before < 0) {
        return false;
      }
      try {
        FunctionDescriptor unshare = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
        if ((int) function("unshare", 1, unshare).invokeExact(CLONE_NEWNET) != 0) {
          return false;
        }
        if (raiseLoopback()) {
          return true;
        }
        FunctionDescriptor setns = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT);
        if ((int) function("setns", 2, setns).invokeExact(before, CLONE_NEWNET) != 0) {
          throw new IllegalStateException("The network of before cannot be had back");
        }
        return false;
      } finally {
        close(before);
      }
    } catch (Throwable error) {
      throw unexpected(error);
    }
  }

  /** Makes loopback work, which a new namespace has, but down. */
  static boolean raiseLoopback() {
    FunctionDescriptor three = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      int socket = (int) function("socket", 3, three).invokeExact(AF_INET, SOCK_DGRAM, 0);
      if (socket < 0) {
        return false;
      }
      try {
        MethodHandle ioctl =
            function("ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
        MemorySegment request = arena.allocate(IFREQ_BYTES);
        request.setString(0, "lo");
        if ((int) ioctl.invokeExact(socket, (long) SIOCGIFFLAGS, request) != 0) {
          return false;
        }
        short flags = request.get(JAVA_SHORT, IFREQ_FLAGS);
        if ((flags & IFF_UP) != 0) {
          return true;
        }
        request.set(JAVA_SHORT, IFREQ_FLAGS, (short) (flags | IFF_UP));
        return (int) ioctl.invokeExact(socket, (long) SIOCSIFFLAGS, request) == 0;
      } finally {
        close(socket);
      }
    } catch (Throwable error) {
      throw unexpected(error);
    }
  }

  private static void close(int descriptor) throws Throwable {
    int _ =
        (int)
            function("close", 1, FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeExact(descriptor);
  }

  /**
   * A function of the C library.
   *
   * @param fixed how many of its arguments stand in its declaration, before the dots
   */
  @SuppressWarnings("restricted") // the script enables native access
  private static MethodHandle function(String name, int fixed, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    MemorySegment address = linker.defaultLookup().findOrThrow(name);
    return fixed < descriptor.argumentLayouts().size()
        ? linker.downcallHandle(address, descriptor, Linker.Option.firstVariadicArg(fixed))
        : linker.downcallHandle(address, descriptor);
  }

  private static IllegalStateException unexpected(Throwable error) {
    return new IllegalStateException("The network cannot be cut", error);
  }
}
