package dev.thaw.training;

import dev.thaw.local.RuntimeApiServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How {@code bootstrap} is started: with the variables that Lambda sets, unless told otherwise. */
final class Launch {
  private final Map<String, String> variables = new TreeMap<>();
  private List<String> command = List.of(Layer.BOOTSTRAP.toString());
  private Path folder = Path.of("/");
  private List<String> prefix = List.of();

  private Launch() {}

  static Launch of(Path taskRoot, String handler) {
    Launch launch = new Launch();
    launch.variables.putAll(
        Map.of(
            "_HANDLER",
            handler,
            "LAMBDA_TASK_ROOT",
            taskRoot.toString(),
            "LAMBDA_RUNTIME_DIR",
            "/var/runtime",
            "AWS_REGION",
            "us-east-1",
            "AWS_LAMBDA_FUNCTION_NAME",
            "shop",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "512",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "on-demand",
            "LANG",
            "en_US.UTF-8",
            "PATH",
            "/usr/local/bin:/usr/bin/:/bin:/opt/bin"));
    return launch;
  }

  /** Sets a variable; null removes it. */
  Launch with(String variable, @Nullable String value) {
    if (value == null) {
      variables.remove(variable);
    } else {
      variables.put(variable, value);
    }
    return this;
  }

  /** Leaves nothing but what a runtime cannot do without. */
  Launch withoutVariables() {
    variables
        .keySet()
        .removeIf(name -> !name.equals("_HANDLER") && !name.equals("LAMBDA_TASK_ROOT"));
    return this;
  }

  /** Has the JVM say where each class comes from. */
  Launch classesTo(Path file) {
    return with("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + file + ":none");
  }

  /** Starts it from a folder, by a path that is relative to it. */
  Launch from(Path folder, String bootstrap) {
    this.folder = folder;
    return by(List.of(bootstrap));
  }

  /** Starts it by another command: one that puts it into a sandbox first. */
  Launch by(List<String> command) {
    this.command = command;
    return this;
  }

  /** Starts it by another command, which becomes it. */
  Launch as(String... command) {
    prefix = List.of(command);
    return this;
  }

  FunctionProcess start() throws IOException {
    RuntimeApiServer api = RuntimeApiServer.start();
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.endpoint());
    return new FunctionProcess(api, builder);
  }
}
