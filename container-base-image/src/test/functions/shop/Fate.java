package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Does to its execution environment what its event says, and notes how that ends. */
public class Fate implements RequestHandler<String, String>, AutoCloseable {
  private final long began = System.nanoTime();
  private final CyclicBarrier three = new CyclicBarrier(3);

  public Fate() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> note("hook")));
  }

  @Override
  public String handleRequest(String event, Context context) {
    switch (event) {
      case "sleep" -> sleep();
      case "crash" -> Runtime.getRuntime().halt(3);
      case "exit" -> System.exit(0);
      case "exhaust" -> exhaust();
      case "recurse" -> recurse();
      case "meet" -> meet();
      default -> {}
    }
    return Long.toString(began);
  }

  private static void sleep() {
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void exhaust() {
    List<byte[]> kept = new ArrayList<>();
    while (true) {
      kept.add(new byte[1 << 20]);
    }
  }

  private static int recurse() {
    return recurse() + 1;
  }

  private void meet() {
    try {
      three.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The others did not come", e);
    }
  }

  private static void note(String what) {
    try {
      Files.writeString(
          Path.of(System.getenv("NOTES")),
          what + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    note("closed");
  }
}
