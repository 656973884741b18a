package dev.thaw.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the function prints, passed on line by line. Held back is what the JVM says about the cache
 * that it makes, until it turns out that there is none, and what an event makes the function say
 * that was sent to make it fail.
 */
final class TrainingOutput {
  private static final int POLL_MILLIS = 10;
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_HELD = 100;

  /** How the lines begin that the JVM prints while it makes a cache. */
  private static final List<String> JVMS =
      List.of(
          "Temporary AOTConfiguration recorded: ",
          "Launching child process ",
          "Reading AOTConfiguration ",
          "AOTCache creation is complete: ",
          "Removed temporary AOT configuration file ",
          "[warning][aot",
          "[warning][cds",
          "[error  ][aot",
          "[error  ][cds");

  private static final String PICKED_UP = "Picked up JAVA_TOOL_OPTIONS: ";

  private final List<String> held = new ArrayList<>();
  private boolean muted;
  private List<Stream> streams = List.of();

  /** Begins to pass on what a process prints. */
  synchronized void follow(Process process) {
    streams =
        List.of(
            new Stream(process.getInputStream(), System.out),
            new Stream(process.getErrorStream(), System.err));
    Thread.ofPlatform()
        .daemon()
        .name("training-output")
        .start(
            () -> {
              while (process.isAlive()) {
                drain();
                try {
                  Thread.sleep(POLL_MILLIS);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
  }

  /** Passes on or holds back from here on; all that was printed before has its way. */
  synchronized void mute(boolean wanted) {
    drain();
    muted = wanted;
  }

  /** Passes on all that has been printed. */
  synchronized void drain() {
    for (Stream stream : streams) {
      stream.drain();
    }
  }

  /** The process has ended: passes on the rest, a line without an end too. */
  synchronized void end() {
    drain();
    for (Stream stream : streams) {
      stream.lineEnds("");
    }
    streams = List.of();
  }

  /** What the JVM said about the cache. */
  synchronized List<String> held() {
    return List.copyOf(held);
  }

  private boolean isHeld(String line) {
    if (line.startsWith(PICKED_UP)) {
      return line.contains("-XX:AOTMode=create"); // not the function's JVM, but the one it starts
    }
    String text = line.replaceFirst("^\\[[0-9.]+s\\]", "");
    return JVMS.stream().anyMatch(text::startsWith);
  }

  /** One of the two streams of the process. */
  private final class Stream {
    private final InputStream from;
    private final PrintStream to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Stream(InputStream from, PrintStream to) {
      this.from = from;
      this.to = to;
    }

    /** Never waits, so that whoever calls it knows: all is read that was there. */
    void drain() {
      try {
        for (int ready = from.available(); ready > 0; ready = from.available()) {
          for (byte b : from.readNBytes(ready)) {
            if (b == '\n') {
              lineEnds("\n");
            } else {
              line.write(b);
              if (line.size() == MAX_LINE) {
                lineEnds("");
              }
            }
          }
        }
      } catch (IOException e) {
        // The process has gone, and with it the stream.
      }
    }

    void lineEnds(String end) {
      if (line.size() == 0 && end.isEmpty()) {
        return;
      }
      String text = line.toString(StandardCharsets.UTF_8);
      if (isHeld(text)) {
        if (held.size() < MAX_HELD) {
          held.add(text);
        }
      } else if (!muted) {
        line.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
        to.writeBytes(line.toByteArray());
        to.flush();
      }
      line.reset();
    }
  }
}
