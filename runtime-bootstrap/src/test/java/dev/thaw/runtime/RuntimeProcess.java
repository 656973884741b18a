package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import dev.thaw.local.ReceivedRequest;
import dev.thaw.local.RuntimeApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real process, a JVM or an {@link Executable}, in the environment that Lambda gives it, and a
 * Runtime API as strict as Lambda's.
 *
 * <p>Its log goes to a file: what the function has written when an outcome is known is in {@link
 * #log}.
 */
final class RuntimeProcess implements AutoCloseable {
  private static final int SECONDS = 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final RuntimeApiServer api;
  private final Process process;
  private final Path log;

  private RuntimeProcess(RuntimeApiServer api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  /** Starts the process with that handler. */
  static RuntimeProcess start(Class<?> handler) throws IOException {
    return of(handler.getName()).start();
  }

  /** Describes a process. */
  static Builder of(String handler) {
    return new Builder(handler);
  }

  static Builder of(Class<?> handler) {
    return of(handler.getName());
  }

  RuntimeApiServer api() {
    return api;
  }

  /** What the runtime has asked for itself, without what it asks in its part as an extension. */
  List<ReceivedRequest> requests() {
    return api.requests().stream()
        .filter(request -> !request.path().startsWith("/2020-01-01/extension/"))
        .toList();
  }

  /** Invokes the function; the event is JSON. */
  InvocationOutcome invoke(String event) throws Exception {
    return invoke(InvocationRequest.of(event));
  }

  InvocationOutcome invoke(InvocationRequest request) throws Exception {
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    try {
      CompletableFuture.anyOf(outcome, process.onExit()).get(SECONDS, TimeUnit.SECONDS);
      // A process that ends may have answered before.
      return outcome.get(process.isAlive() ? SECONDS : 1, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("No answer; the process logged:\n" + log(), e);
    }
  }

  /** Invokes the function, which must succeed, and gives its response. */
  String respond(String event) throws Exception {
    return respond(InvocationRequest.of(event));
  }

  String respond(InvocationRequest request) throws Exception {
    InvocationOutcome outcome = invoke(request);
    assertThat(outcome.succeeded()).as(outcome.text()).isTrue();
    return outcome.text();
  }

  /** Invokes the function, which must fail, and gives its error JSON. */
  JsonNode fail(String event) throws Exception {
    InvocationOutcome outcome = invoke(event);
    assertThat(outcome.succeeded()).as(outcome.text()).isFalse();
    return json(outcome);
  }

  static JsonNode json(InvocationOutcome outcome) {
    return json(outcome.text());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** Waits for the report that the init phase failed. */
  InvocationOutcome initError() throws Exception {
    return api.initError().get(SECONDS, TimeUnit.SECONDS);
  }

  /** Sends SIGTERM. */
  RuntimeProcess terminate() {
    process.destroy();
    return this;
  }

  /** Waits for the end of the process and gives its exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("the process has ended").isTrue();
    return process.exitValue();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** What the process has written so far. */
  String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  /** How often something stands in the log. */
  int logged(String text) throws IOException {
    return log().split(Pattern.quote(text), -1).length - 1;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    api.close();
    Files.delete(log);
  }

  /** A process that is still to be started. */
  static final class Builder {
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> classPath =
        new ArrayList<>(List.of(System.getProperty("java.class.path").split(":", -1)));
    private final RuntimeApiServer.Builder api = RuntimeApiServer.builder();
    private List<String> launcher = List.of();
    private @Nullable Executable executable;
    private boolean jvm = !Executable.areTested();
    private boolean jvmsClassPath;

    private Builder(String handler) {
      // What runs AWS's client beside ours must not help ours out.
      classPath.removeIf(entry -> entry.contains("/aws-lambda-java-runtime-interface-client/"));
      classPath.removeIf(entry -> entry.contains("/aws-lambda-java-serialization/"));
      variables.put("_HANDLER", handler);
      variables.put("LAMBDA_TASK_ROOT", System.getProperty("user.dir"));
      variables.put("AWS_REGION", "eu-central-1");
      variables.put("AWS_LAMBDA_FUNCTION_NAME", "orders");
      variables.put("AWS_LAMBDA_FUNCTION_VERSION", "7");
      variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
      variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders");
      variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/24/[7]abc");
      variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
      variables.put("LC_ALL", "C.UTF-8");
      variables.put("TZ", ":UTC");
    }

    Builder variable(String name, String value) {
      variables.put(name, value);
      return this;
    }

    Builder without(String name) {
      variables.remove(name);
      return this;
    }

    /** Has the function take so many invocations at a time. */
    Builder concurrency(int concurrency) {
      variables.put("AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(concurrency));
      api.concurrency(concurrency);
      return this;
    }

    /** Adds an option of the JVM. */
    Builder option(String option) {
      options.add(option);
      return this;
    }

    /** Starts a JVM where executables are tested, too. */
    Builder onJvm() {
      jvm = true;
      return this;
    }

    /** The executable to start where executables are tested. */
    Builder executable(String name) {
      if (Executable.areTested()) {
        executable = Executable.named(name);
      }
      return this;
    }

    /** Takes a library off the class path. */
    Builder withoutJar(String name) {
      jvmsClassPath = true;
      classPath.removeIf(entry -> entry.endsWith("/" + name));
      return this;
    }

    /** Adds a folder or jar behind everything else; an executable was built with it. */
    Builder classPath(Path more) {
      jvmsClassPath = true;
      classPath.add(more.toString());
      return this;
    }

    /** Starts by way of a command, which gets ours as its arguments. */
    Builder by(String... command) {
      launcher = List.of(command);
      return this;
    }

    RuntimeProcess start() throws IOException {
      RuntimeApiServer api = this.api.start();
      variables.putIfAbsent("AWS_LAMBDA_RUNTIME_API", api.endpoint());
      List<String> command = new ArrayList<>(launcher);
      if (jvm) {
        command.addAll(java());
      } else {
        command.add(executable().file().toString());
        variables.put("THAW_JVM_OPTIONS", Executable.options(options));
      }
      Path log = Files.createTempFile("runtime", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      builder.environment().putAll(variables);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new RuntimeProcess(api, builder.start(), log);
    }

    private List<String> java() {
      List<String> command = new ArrayList<>();
      command.add(System.getProperty("java.home") + "/bin/java");
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
      command.addAll(options);
      command.addAll(List.of("-cp", String.join(":", classPath)));
      command.add(Bootstrap.class.getName());
      return command;
    }

    private Executable executable() throws IOException {
      if (executable != null) {
        return executable;
      }
      if (jvmsClassPath) {
        throw new IllegalStateException(
            "An executable has no class path: name one that was built with it, or mark the test as"
                + " @JvmOnly");
      }
      return Executable.with(variables.getOrDefault("_HANDLER", ""));
    }
  }
}
