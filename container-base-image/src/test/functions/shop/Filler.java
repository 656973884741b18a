package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Takes heap, direct buffers and threads until there is no more; answers its peak in KB. */
public class Filler implements RequestHandler<String, String> {
  private static final int THREADS = 20;

  @Override
  public String handleRequest(String event, Context context) {
    CountDownLatch done = new CountDownLatch(1);
    for (int i = 0; i < THREADS; i++) {
      Thread.ofPlatform().daemon().start(() -> await(done));
    }
    List<ByteBuffer> buffers = new ArrayList<>();
    List<byte[]> heap = new ArrayList<>();
    try {
      while (true) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        for (int i = 0; i < buffer.capacity(); i += 1024) {
          buffer.put(i, (byte) 1);
        }
        buffers.add(buffer);
      }
    } catch (OutOfMemoryError full) {
      // as wanted
    }
    try {
      while (true) {
        heap.add(new byte[64 << 10]);
      }
    } catch (OutOfMemoryError full) {
      heap.clear();
    }
    done.countDown();
    buffers.clear();
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return line.replaceAll("[^0-9]", "");
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return "";
  }

  private static void await(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
