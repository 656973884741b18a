package dev.thaw.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds a process that is ready to become its program, so that what is done to it until then is not
 * measured. A shell says that it is ready and waits; the clock starts when it is let go, and the
 * same process becomes the program: that one {@code exec} is measured, no {@code fork}.
 */
final class Gate {
  /** Said by a shell to which the program and its arguments are given. */
  static final String WAIT = "echo ready && read -r _ && exec \"$@\" >&2 </dev/null";

  /** What is done to the process while it waits. */
  interface Preparation {
    void prepare(long pid) throws IOException;
  }

  private Gate() {}

  /**
   * @param builder starts a shell that ends in {@link #WAIT}; the log to which all output goes
   * @param place where the process is to be, for the message if it never gets ready
   */
  static Running start(ProcessBuilder builder, Object place, Preparation preparation)
      throws IOException, MeasurementException {
    builder.redirectErrorStream(false).redirectError(builder.redirectOutput());
    builder
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .redirectInput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    try {
      BufferedReader said = process.inputReader();
      if (said.readLine() == null) {
        throw new MeasurementException(
            place + " could not be entered, see " + builder.redirectError().file(), null);
      }
      preparation.prepare(process.pid());
      ProcessUsage before = ProcessUsage.of(process.pid());
      OutputStream go = process.getOutputStream();
      long began = System.nanoTime();
      go.write('\n');
      go.close();
      return new Running(process, began, before);
    } catch (IOException | MeasurementException e) {
      process.destroyForcibly();
      throw e;
    }
  }
}
