package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One run of the real process that leaves an AOT cache of all that ran.
 *
 * @param bootstrap the launcher
 * @param taskRoot the function's folder
 * @param handler the function's handler setting
 * @param cache where the cache is written
 */
record TrainingRun(Path bootstrap, Path taskRoot, String handler, Path cache) {
  private static final int EVENTS_SECONDS = 120;
  private static final int CACHE_SECONDS = 300;

  /** What a function finds around it: nothing real, so that nothing real can be touched. */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("THAW_TRAINING", "true"),
          Map.entry("AWS_LAMBDA_FUNCTION_NAME", "training"),
          Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
          Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
          Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/training"),
          Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "training"),
          Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
          Map.entry("AWS_REGION", "us-east-1"),
          Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
          Map.entry("AWS_ACCESS_KEY_ID", "training"),
          Map.entry("AWS_SECRET_ACCESS_KEY", "training"),
          Map.entry("AWS_SESSION_TOKEN", "training"),
          Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
          // Events are traced, so that the cache holds what traces; nobody listens there.
          Map.entry("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:9"));

  /**
   * Feeds the function, ends it as Lambda does, and waits for the cache.
   *
   * @return what went otherwise than expected, an entry an event; the cache is good nevertheless
   * @throws TrainingException if the function cannot be started or no cache could be made
   */
  List<String> run(List<TrainingEvent> events)
      throws IOException, InterruptedException, TrainingException {
    Files.deleteIfExists(cache);
    boolean made = false;
    try (TrainingApi api = new TrainingApi(events)) {
      Process process = start(api);
      try {
        String failedInit = await(api, process);
        if (failedInit != null) {
          throw new TrainingException("The init phase failed: " + failedInit);
        }
        process.destroy(); // SIGTERM, as at Lambda's shutdown: the JVM then writes the cache
        if (!process.waitFor(CACHE_SECONDS, TimeUnit.SECONDS)) {
          throw new TrainingException("No cache was written in " + CACHE_SECONDS + " s");
        }
      } finally {
        // The JVM has another one write the cache: neither may go on alone.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      if (!Files.isRegularFile(cache)) {
        throw new TrainingException("The JVM wrote no cache; its reason stands above");
      }
      made = true;
      return api.failures();
    } finally {
      if (!made) {
        Files.deleteIfExists(cache);
        Files.deleteIfExists(cache.resolveSibling(cache.getFileName() + ".config"));
      }
    }
  }

  private Process start(TrainingApi api) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(bootstrap.toString());
    builder.environment().putAll(VARIABLES);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.authority());
    builder.environment().put("_HANDLER", handler);
    builder.environment().put("LAMBDA_TASK_ROOT", taskRoot.toString());
    builder.environment().put("THAW_CACHE", "record");
    builder.environment().put("THAW_CACHE_OUTPUT", cache.toString());
    return builder.inheritIO().start();
  }

  private static @Nullable String await(TrainingApi api, Process process)
      throws InterruptedException, TrainingException {
    try {
      var _ = process.onExit().thenRun(() -> api.done().complete("the process ended"));
      return api.done().get(EVENTS_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new TrainingException(
          "The function did not answer its events in " + EVENTS_SECONDS + " s");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
