package dev.thaw.xray;

import com.example.Traced;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import dev.thaw.local.RuntimeApiServer;
import dev.thaw.runtime.Bootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real process with {@link Traced} in it, and the Runtime API. */
final class TracedProcess implements AutoCloseable {
  private final RuntimeApiServer api;
  private final Process process;
  private final Path log;

  private TracedProcess(RuntimeApiServer api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  static TracedProcess start(String daemon, String interceptors) throws IOException {
    return start(daemon, interceptors, System.getProperty("java.class.path"));
  }

  static TracedProcess start(String daemon, String interceptors, String classPath)
      throws IOException {
    RuntimeApiServer api = RuntimeApiServer.start();
    Path log = Files.createTempFile("traced", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xlog:class+load",
                    "-cp",
                    classPath,
                    Bootstrap.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "_HANDLER",
                Traced.class.getName(),
                "LAMBDA_TASK_ROOT",
                System.getProperty("user.dir"),
                "AWS_LAMBDA_RUNTIME_API",
                api.endpoint(),
                "AWS_LAMBDA_FUNCTION_NAME",
                "orders",
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "on-demand",
                "AWS_XRAY_DAEMON_ADDRESS",
                daemon,
                "AWS_XRAY_CONTEXT_MISSING",
                "RUNTIME_ERROR",
                "THAW_INTERCEPTORS",
                interceptors,
                "LC_ALL",
                "C.UTF-8"));
    return new TracedProcess(api, builder.start(), log);
  }

  InvocationOutcome invoke(String event, @Nullable String trace) throws Exception {
    return api.submit(InvocationRequest.of('"' + event + '"').traceId(trace))
        .get(20, TimeUnit.SECONDS);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    api.close();
    Files.delete(log);
  }
}
