package dev.thaw.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process of a runtime, in a clean environment. */
final class RuntimeProcess {
  private static final int SIGNAL_BASE = 128;
  private static final int KILLED = SIGNAL_BASE + 9;
  private static final int KILL_SECONDS = 5;

  private final Process process;
  private final long startNanos;

  private RuntimeProcess(Process process, long startNanos) {
    this.process = process;
    this.startNanos = startNanos;
  }

  static RuntimeProcess start(FunctionConfiguration function, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(function.command());
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.directory(function.taskRoot().toFile());
    builder.redirectErrorStream(true);
    long startNanos = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    return new RuntimeProcess(process, startNanos);
  }

  /** Just before it was started, as {@link System#nanoTime}. */
  long startNanos() {
    return startNanos;
  }

  /** Standard output and error. */
  InputStream output() {
    return process.getInputStream();
  }

  boolean alive() {
    return process.isAlive();
  }

  CompletableFuture<Void> exited() {
    return process.onExit().thenRun(() -> {});
  }

  /** Lambda's message for a runtime that has ended. */
  String exitMessage() {
    int code = process.exitValue();
    if (code == 0) {
      return "Runtime exited without providing a reason";
    }
    return "Runtime exited with error: "
        + (code == KILLED
            ? "signal: killed"
            : code > SIGNAL_BASE ? "signal: " + (code - SIGNAL_BASE) : "exit status " + code);
  }

  /** Its peak resident memory in megabytes; 0 where the system does not tell. */
  int maxMemoryUsed() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024 + 1)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // it may also end between the opening and the reading
    }
  }

  /** Kills it and all that it started, as Lambda does without extensions: with SIGKILL. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Sends SIGTERM, and SIGKILL to what has not ended in time. */
  void shutDown(Duration grace) {
    List<ProcessHandle> handles =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    handles.forEach(ProcessHandle::destroy);
    CompletableFuture<?>[] ends =
        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    var _ =
        CompletableFuture.allOf(ends)
            .completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    handles.forEach(ProcessHandle::destroyForcibly);
  }

  /** Waits for the end of a process that has been killed, whatever happens meanwhile. */
  void awaitEnd() {
    var _ = process.onExit().completeOnTimeout(process, KILL_SECONDS, TimeUnit.SECONDS).join();
  }

  static Duration since(long startNanos, long nanoTime) {
    return Duration.ofNanos(nanoTime - startNanos);
  }
}
