package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The function's log, as text or JSON, on standard output: one write and at least one line a
 * record, whatever other threads print. Levels are the ordinals of {@link LogLevel}, which the
 * start of a function does not need.
 */
final class FunctionLog implements LambdaLogger {
  private static final String DESCRIPTOR = "_LAMBDA_TELEMETRY_LOG_FD";
  private static final int UNDEFINED = 0;
  private static final int WARN = 4;
  private static final int ERROR = 5;
  private static final String[] LEVELS = {
    "UNDEFINED", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"
  };

  private static final String OUT_OF_MEMORY = "Out of memory, and too little is left to tell where";
  private static final byte[] OUT_OF_MEMORY_TEXT =
      utf8("ERROR java.lang.OutOfMemoryError: " + OUT_OF_MEMORY + "\n");
  private static final byte[] OUT_OF_MEMORY_JSON =
      utf8(
          "{\"message\":\""
              + OUT_OF_MEMORY
              + "\",\"level\":\"ERROR\",\"errorType\":\"java.lang.OutOfMemoryError\"}\n");

  /** The log of this process: AWS's {@code LambdaRuntime} and {@link System.Logger} need it too. */
  static final FunctionLog PROCESS = new FunctionLog(new FileOutputStream(FileDescriptor.out));

  private final OutputStream out;

  /** Null in text. */
  private final @Nullable JsonRecords json;

  /** What is below is not logged. */
  private final int minimum;

  private volatile @Nullable CurrentInvocation current;

  /** Null where records go to standard output. */
  private volatile @Nullable Frames frames;

  /** Null unless the function logs by Log4j through AWS's appender. */
  private volatile @Nullable Log4jContext log4j;

  FunctionLog(OutputStream out) {
    this.out = out;
    String format = System.getenv("AWS_LAMBDA_LOG_FORMAT");
    // The lines of invocations that run at a time could not be told apart.
    String concurrency = System.getenv(Bootstrap.MAX_CONCURRENCY);
    boolean concurrent = concurrency != null && !concurrency.isEmpty();
    json = concurrent || "JSON".equalsIgnoreCase(format) ? new JsonRecords() : null;
    String level = System.getenv("AWS_LAMBDA_LOG_LEVEL");
    minimum = ordinal(level);
    String descriptor = System.getenv(DESCRIPTOR);
    if (descriptor != null) {
      openFrames(descriptor);
    }
    if (json == null && format != null && !format.isEmpty() && !format.equalsIgnoreCase("TEXT")) {
      warn("AWS_LAMBDA_LOG_FORMAT is neither JSON nor Text: the log is text");
    }
    if (minimum == UNDEFINED && level != null && !level.isEmpty() && !names(level, UNDEFINED)) {
      warn("AWS_LAMBDA_LOG_LEVEL is none of TRACE, DEBUG, INFO, WARN, ERROR, FATAL: all is logged");
    }
  }

  private void openFrames(String descriptor) {
    try {
      frames = Frames.open(descriptor, json != null);
    } catch (IOException e) {
      warn("The log goes to standard output, since " + DESCRIPTOR + " cannot be used: " + e);
    }
  }

  private static int ordinal(@Nullable String level) {
    for (int i = LEVELS.length - 1; i > UNDEFINED; i--) {
      if (level != null && names(level, i)) {
        return i;
      }
    }
    return UNDEFINED;
  }

  @SuppressWarnings("EnumOrdinal") // what Lambda's frames carry
  private static int ordinal(@Nullable LogLevel level) {
    return level == null ? UNDEFINED : level.ordinal();
  }

  private static boolean names(String level, int ordinal) {
    return level.equalsIgnoreCase(LEVELS[ordinal]);
  }

  /** Tells what the calling thread works for: JSON records say which invocation they are of. */
  void current(CurrentInvocation invocation) {
    current = invocation;
  }

  /** Says before an invocation, on its thread, what is about to begin. */
  void entering(NextInvocation invocation) {
    Log4jContext context = log4j;
    if (context != null) {
      context.put(invocation.requestId());
    }
  }

  /** Says after an invocation, on its thread, that it is over. */
  void leaving() {
    Log4jContext context = log4j;
    if (context != null) {
      context.remove();
    }
  }

  void log4j(@Nullable Log4jContext context) {
    log4j = context;
  }

  @Nullable Log4jContext log4j() {
    return log4j;
  }

  @Override
  public void log(@Nullable String message) {
    log(message, UNDEFINED);
  }

  @Override
  public void log(@Nullable String message, @Nullable LogLevel level) {
    log(message, ordinal(level));
  }

  @Override
  public void log(byte @Nullable [] message) {
    log(message, null);
  }

  /** As it is: who writes bytes, such as Log4j's appender, has formatted them. */
  @Override
  public void log(byte @Nullable [] message, @Nullable LogLevel level) {
    int ordinal = ordinal(level);
    if (logs(ordinal)) {
      write(ordinal, message == null ? new byte[] {'n', 'u', 'l', 'l'} : message);
    }
  }

  /** Whether records of that level are logged; those without a level always are. */
  boolean logs(int level) {
    return level == UNDEFINED || level >= minimum;
  }

  /** The least level that is logged; 0 if that was not said. */
  int minimum() {
    return minimum;
  }

  void log(@Nullable String message, int level) {
    if (!logs(level)) {
      return;
    }
    if (json != null) {
      write(level, json.format(message, LEVELS[level], null, invocation()));
    } else if (level == UNDEFINED) {
      write(level, utf8(String.valueOf(message)));
    } else {
      write(level, utf8("[" + LEVELS[level] + "] " + message));
    }
  }

  /** Logs a failure with its stack trace. */
  void log(@Nullable String message, int level, Throwable error) {
    if (!logs(level)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    if (json == null && level != UNDEFINED) {
      text.append('[').append(LEVELS[level]).append("] ");
    }
    if (message != null) {
      text.append(message).append('\n');
    }
    failure(level, text, error);
  }

  /** Logs, with next to no memory, that there is none. */
  void outOfMemory() {
    write(ERROR, json == null ? OUT_OF_MEMORY_TEXT : OUT_OF_MEMORY_JSON);
  }

  void warn(String message) {
    if (json != null) {
      log("thaw: " + message, WARN);
    } else if (logs(WARN)) {
      write(WARN, utf8("WARN thaw: " + message));
    }
  }

  void error(String message, Throwable error) {
    if (logs(ERROR)) {
      StringBuilder text = new StringBuilder(json == null ? "ERROR " : "");
      failure(ERROR, text.append(message).append('\n'), error);
    }
  }

  /**
   * Formats what this function may log once it is set to JSON, so that its cache holds the code.
   */
  void rehearse() {
    var _ = new JsonRecords().format("", LEVELS[ERROR], new IOException(), null);
  }

  private void failure(int level, StringBuilder text, Throwable error) {
    StackTraces.print(error, text);
    String message = text.toString();
    write(
        level,
        json == null ? utf8(message) : json.format(message, LEVELS[level], error, invocation()));
  }

  private @Nullable NextInvocation invocation() {
    CurrentInvocation holder = current;
    return holder == null ? null : holder.get();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(int level, byte[] message) {
    Frames framed = frames;
    if (framed != null) {
      try {
        framed.write(level, message);
        return;
      } catch (IOException e) {
        frames = null;
        warn("The log goes on on standard output: " + e);
      }
    }
    byte[] record = message;
    if (message.length == 0 || message[message.length - 1] != '\n') {
      record = Arrays.copyOf(message, message.length + 1);
      record[message.length] = '\n';
    }
    try {
      // What is longer than a pipe takes at once would otherwise mix with what others write.
      synchronized (out) {
        out.write(record);
      }
    } catch (IOException e) {
      // Nobody reads the log any more: nothing is left to tell it to, and the function goes on.
    }
  }
}
