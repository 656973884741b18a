package dev.thaw.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The log of one execution environment: line by line to the listener, and the last 4 KB since the
 * last invocation, which a caller may ask for.
 */
final class EnvironmentLog {
  private static final int TAIL = 4096;

  /** CloudWatch's limit for one log event; a longer line is cut in pieces. */
  private static final int MAX_LINE = 1 << 18;

  private static final long SHORTEST_PAUSE_NANOS = 500_000;
  private static final long LONGEST_PAUSE_NANOS = 16_000_000;
  private static final long END_PAUSE_NANOS = 2_000_000;

  private final String functionName;
  private final LogListener listener;
  private final LineBuffer lines = new LineBuffer(MAX_LINE, this::line);
  private final List<String> unpublished = new ArrayList<>();
  private final Object publishing = new Object();
  private byte[] tail = new byte[0];

  EnvironmentLog(String functionName, LogListener listener) {
    this.functionName = functionName;
    this.listener = listener;
  }

  synchronized void line(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] joined = Arrays.copyOf(tail, tail.length + bytes.length);
    System.arraycopy(bytes, 0, joined, tail.length, bytes.length);
    tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - TAIL), joined.length);
    unpublished.add(line);
  }

  /**
   * Gives the listener what it has not had yet. Apart from {@link #line}, since a listener may be
   * slow, and START is logged while the runtime waits for its event.
   */
  void publish() {
    synchronized (publishing) {
      List<String> taken;
      synchronized (this) {
        taken = List.copyOf(unpublished);
        unpublished.clear();
      }
      taken.forEach(line -> listener.line(functionName, line));
    }
  }

  /** The last 4 KB since this was last called; no character is cut. */
  synchronized String takeTail() {
    int start = 0;
    while (start < tail.length && (tail[start] & 0xC0) == 0x80) {
      start++;
    }
    String taken = new String(tail, start, tail.length - start, StandardCharsets.UTF_8);
    tail = new byte[0];
    return taken;
  }

  /** Reads a process's output until it ends. */
  void collect(InputStream output, BooleanSupplier alive) {
    long pause = SHORTEST_PAUSE_NANOS;
    while (alive.getAsBoolean()) {
      LockSupport.parkNanos(pause);
      pause = drain(output) ? SHORTEST_PAUSE_NANOS : Math.min(2 * pause, LONGEST_PAUSE_NANOS);
      publish();
    }
    end(output);
    publish();
  }

  /**
   * Makes lines of all that the process has written so far. It never waits, so that a result can be
   * told when its log is complete: a reader that sleeps in {@code read} could not tell.
   *
   * @return whether there was anything
   */
  synchronized boolean drain(InputStream output) {
    boolean any = false;
    try {
      for (int n = output.available(); n > 0; n = output.available()) {
        any = true;
        lines.add(output.readNBytes(n));
      }
    } catch (IOException e) {
      // The process was killed and its pipe with it.
    }
    return any;
  }

  /** The same, and what stands behind the last line feed is a line too. */
  synchronized void flush(InputStream output) {
    drain(output);
    lines.end();
  }

  /** Collects the last output of a process that has ended. */
  void end(InputStream output) {
    // The process's own reaper empties the pipe into memory, a little after the end.
    for (int calm = 0; calm < 3; calm = drain(output) ? 0 : calm + 1) {
      LockSupport.parkNanos(END_PAUSE_NANOS);
    }
    synchronized (this) {
      lines.end();
    }
  }
}
