package dev.thaw.training;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * One run of the real process that leaves an AOT cache of all that ran.
 *
 * @param bootstrap the launcher
 * @param taskRoot the function's folder
 * @param handler the function's handler setting
 * @param cache where the cache is written
 * @param environment the function's variables; those of the run itself are added
 * @param seconds how long the init phase and each event may take
 */
record TrainingRun(
    Path bootstrap,
    Path taskRoot,
    String handler,
    Path cache,
    Map<String, String> environment,
    int seconds) {
  static final int SECONDS = 60;

  private static final int CACHE_SECONDS = 300;
  private static final int POLL_MILLIS = 20;
  private static final File NOTHING = new File("/dev/null");

  /** A run in a plain environment. */
  TrainingRun(Path bootstrap, Path taskRoot, String handler, Path cache) {
    this(
        bootstrap,
        taskRoot,
        handler,
        cache,
        TrainingEnvironment.of(System.getenv(), Map.of(), NetworkCut.NOTHING),
        SECONDS);
  }

  /**
   * Feeds the function, ends it as Lambda does, and waits for the cache.
   *
   * @return what went otherwise than expected, an entry an event; the cache is good nevertheless
   * @throws TrainingException if the function cannot be started or no cache could be made, of which
   *     nothing is left then
   */
  List<String> run(List<TrainingEvent> events)
      throws IOException, InterruptedException, TrainingException {
    CacheFiles files = new CacheFiles(cache);
    files.delete();
    TrainingOutput output = new TrainingOutput();
    try (TrainingApi api = new TrainingApi(events, output, seconds)) {
      Process process = start(api);
      output.follow(process);
      Thread interrupted = Thread.ofPlatform().unstarted(() -> giveUp(process, files));
      Runtime.getRuntime().addShutdownHook(interrupted);
      boolean made = false;
      try {
        await(api);
        // SIGTERM, as at Lambda's shutdown: the JVM then writes the cache. By its handle, for
        // Process.destroy closes the streams, and whoever prints then dies of it.
        process.toHandle().destroy();
        awaitShutdown(process, files);
        if (!process.waitFor(CACHE_SECONDS, TimeUnit.SECONDS)) {
          throw new TrainingException("The cache was not written in " + CACHE_SECONDS + " s");
        }
        if (!Files.isRegularFile(cache)) {
          output.drain();
          throw new TrainingException(
              "The JVM wrote no cache (status " + process.exitValue() + ")" + lines(output.held()));
        }
        made = true;
      } finally {
        remove(interrupted);
        end(process);
        output.end();
        if (!made) {
          files.delete();
        }
      }
      return api.failures();
    }
  }

  private Process start(TrainingApi api) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(bootstrap.toString());
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    variables.put("AWS_LAMBDA_RUNTIME_API", api.authority());
    variables.put("_HANDLER", handler);
    variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    variables.put("THAW_CACHE", "record");
    variables.put("THAW_CACHE_OUTPUT", cache.toString());
    Process process = builder.redirectInput(ProcessBuilder.Redirect.from(NOTHING)).start();
    var _ = process.onExit().thenAccept(ended -> api.processEnded(ended.exitValue()));
    return process;
  }

  private void await(TrainingApi api) throws InterruptedException, TrainingException {
    while (true) {
      long left = TimeUnit.SECONDS.toNanos(seconds) - (System.nanoTime() - api.stepBegan());
      try {
        String problem = api.done().get(Math.max(left, 0), TimeUnit.NANOSECONDS);
        if (problem != null) {
          // What has just ended may be the end of a longer story.
          throw new TrainingException(problem + lines(api.failures()));
        }
        return;
      } catch (TimeoutException e) {
        if (System.nanoTime() - api.stepBegan() >= TimeUnit.SECONDS.toNanos(seconds)) {
          throw new TrainingException(
              "The function did not end " + api.step() + " in " + seconds + " s");
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Until the JVM begins to write its cache, which it does when everything else has ended. */
  private void awaitShutdown(Process process, CacheFiles files)
      throws InterruptedException, TrainingException {
    final long began = System.nanoTime();
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) && !files.isBegun()) {
      if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(seconds)) {
        throw new TrainingException(
            "The function did not end its shutdown in "
                + seconds
                + " s: a hook, or close(), hangs");
      }
    }
  }

  private static String lines(List<String> more) {
    return more.isEmpty() ? "" : "\n" + String.join("\n", more);
  }

  /** The JVM has another one write the cache: neither may go on alone. */
  private static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.toHandle().destroyForcibly(); // leaves its last words to be read
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  /** Somebody ends the training, with Ctrl-C perhaps: nothing half done stays behind. */
  private static void giveUp(Process process, CacheFiles files) {
    end(process);
    try {
      files.delete();
    } catch (IOException e) {
      System.err.println("thaw-train: " + e);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      while (true) {
        LockSupport.park(hook); // the training is being given up: there is nothing left to say
      }
    }
  }
}
