package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to run a function: a command that Lambda could start.
 *
 * @param name as it stands in the table
 * @param command the program and its arguments
 * @param taskRoot {@code LAMBDA_TASK_ROOT}, the working directory too
 * @param handler {@code _HANDLER}
 * @param settings further environment variables
 * @param sandbox in which the command and the task root are found; null for the machine itself
 */
record Subject(
    String name,
    List<String> command,
    Path taskRoot,
    String handler,
    Map<String, String> settings,
    @Nullable Sandbox sandbox) {
  Subject {
    command = List.copyOf(command);
    settings = Map.copyOf(settings);
  }

  Subject(String name, List<String> command, Path taskRoot, String handler) {
    this(name, command, taskRoot, handler, Map.of(), null);
  }

  /** The same in a sandbox, by another name. */
  Subject in(Sandbox place, String newName) {
    return new Subject(newName, command, taskRoot, handler, settings, place);
  }

  /** The same with one more environment variable. */
  Subject with(String variable, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(variable, value);
    return new Subject(name, command, taskRoot, handler, more, sandbox);
  }

  /** The same with further environment variables. */
  Subject with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    return new Subject(name, command, taskRoot, handler, all, sandbox);
  }

  /** The same by another command. */
  Subject with(List<String> newCommand) {
    return new Subject(name, newCommand, taskRoot, handler, settings, sandbox);
  }

  /** The same with another function, wherever the command names it. */
  Subject running(String newHandler) {
    List<String> newCommand =
        command.stream().map(word -> word.equals(handler) ? newHandler : word).toList();
    return new Subject(name, newCommand, taskRoot, newHandler, settings, sandbox);
  }

  /**
   * Starts it with the environment that Lambda gives to a function, and nothing else.
   *
   * @param runtimeApi host and port
   * @param log where its output goes, at the end of the file
   */
  Running start(String runtimeApi, Path log) throws IOException, MeasurementException {
    ProcessBuilder builder = builder(runtimeApi, log);
    if (sandbox != null) {
      return sandbox.start(builder);
    }
    builder.directory(taskRoot.toFile());
    long began = System.nanoTime();
    return new Running(builder.start(), began, ProcessUsage.NONE);
  }

  /** The same under limits, on the machine itself. */
  Running start(String runtimeApi, Path log, Limits limits)
      throws IOException, MeasurementException {
    return limits.start(builder(runtimeApi, log).directory(taskRoot.toFile()));
  }

  private ProcessBuilder builder(String runtimeApi, Path log) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(ENVIRONMENT);
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    environment.put("_HANDLER", handler);
    environment.putAll(settings);
    return builder;
  }

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin"),
          Map.entry("LANG", "en_US.UTF-8"),
          Map.entry("TZ", ":UTC"),
          Map.entry("LAMBDA_RUNTIME_DIR", "/var/runtime"),
          Map.entry("AWS_REGION", "us-east-2"),
          Map.entry("AWS_DEFAULT_REGION", "us-east-2"),
          // Those of AWS's documents, which open nothing: no benchmark calls a service.
          Map.entry("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
          Map.entry("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
          Map.entry("AWS_SESSION_TOKEN", "AQoDYXdzEJr1K7example"),
          Map.entry("AWS_LAMBDA_FUNCTION_NAME", "benchmark"),
          Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
          Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
          Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
          Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/benchmark"),
          Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/24/[$LATEST]0123456789abcdef"));
}
