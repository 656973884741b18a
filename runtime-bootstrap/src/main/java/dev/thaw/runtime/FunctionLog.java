package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The function's log: standard output, one write and at least one line a record, whatever other
 * threads print.
 */
final class FunctionLog implements LambdaLogger {
  private final OutputStream out;

  FunctionLog(OutputStream out) {
    this.out = out;
  }

  @Override
  public void log(String message) {
    log(String.valueOf(message).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void log(byte[] message) {
    byte[] record = message;
    if (message.length == 0 || message[message.length - 1] != '\n') {
      record = Arrays.copyOf(message, message.length + 1);
      record[message.length] = '\n';
    }
    try {
      out.write(record);
    } catch (IOException e) {
      // Nobody reads the log any more: nothing is left to tell it to, and the function goes on.
    }
  }

  void warn(String message) {
    log("WARN thaw: " + message);
  }

  void error(String message, Throwable error) {
    StringBuilder text = new StringBuilder("ERROR ").append(message).append('\n');
    StackTraces.print(error, text);
    log(text.toString());
  }
}
