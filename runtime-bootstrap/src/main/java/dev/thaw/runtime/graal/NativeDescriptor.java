package dev.thaw.runtime.graal;

import java.io.IOException;
import java.io.OutputStream;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.type.CIntPointer;
import org.graalvm.word.PointerBase;

/**
 * A file descriptor that only the C library can write to.
 *
 * <p>The call that writes does not let the garbage collector run beside it, since only so its error
 * number is still there afterwards. So one that may wait comes first, and no more is written than
 * fits into a pipe that has room.
 */
final class NativeDescriptor extends OutputStream {
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int POLLOUT = 4;
  private static final int ATOMIC = 4096;
  private static final int WAIT_MILLISECONDS = 1000;

  private final int number;

  NativeDescriptor(int number) {
    this.number = number;
  }

  @CFunction(value = "write", transition = CFunction.Transition.NO_TRANSITION)
  private static native long write(int descriptor, PointerBase bytes, long length);

  @CFunction("poll")
  private static native int poll(PointerBase descriptors, long count, int milliseconds);

  @CFunction(value = "__errno_location", transition = CFunction.Transition.NO_TRANSITION)
  private static native CIntPointer errno();

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int[] descriptor = {number, POLLOUT}; // struct pollfd where the low half comes first
    try (PinnedObject polled = PinnedObject.create(descriptor);
        PinnedObject pinned = PinnedObject.create(bytes)) {
      int done = 0;
      while (done < length) {
        int ready = poll(polled.addressOfArrayElement(0), 1, WAIT_MILLISECONDS);
        if (ready == 0) {
          throw new IOException("Nothing can be written to descriptor " + number);
        }
        long count =
            write(
                number,
                pinned.addressOfArrayElement(offset + done),
                Math.min(ATOMIC, length - done));
        if (count > 0) {
          done += (int) count;
        } else {
          int error = errno().read();
          if (error != EAGAIN && error != EINTR) {
            throw new IOException("Error " + error + " at descriptor " + number);
          }
        }
      }
    }
  }
}
