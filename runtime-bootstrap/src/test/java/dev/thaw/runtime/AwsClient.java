package dev.thaw.runtime;

import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import dev.thaw.local.RuntimeApiServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** AWS's own runtime client as a process, with nothing of ours on its class path. */
final class AwsClient implements AutoCloseable {
  private static final int SECONDS = 30;
  private static final String NAME = "aws-lambda-java-runtime-interface-client";
  private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.api.client";

  private final RuntimeApiServer api;
  private final Process process;
  private final Path log;

  private AwsClient(RuntimeApiServer api, Process process, Path log) {
    this.api = api;
    this.process = process;
    this.log = log;
  }

  /** Unpacks the client's native library into a folder, and says where. */
  static Path unpackNativeLibrary(Path folder) throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "libaws-lambda-jni.linux-" + architecture + ".so";
    Path file = folder.resolve(name);
    try (JarFile jar = new JarFile(jars(NAME));
        InputStream library = jar.getInputStream(jar.getEntry("jni/" + name))) {
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static String classPath() {
    return jars(
        "aws-lambda-java-core",
        "aws-lambda-java-events",
        "aws-lambda-java-serialization",
        NAME,
        "utils-lite");
  }

  /** The jars of the test's class path that have one of these names. */
  private static String jars(String... names) {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String file = entry.substring(entry.lastIndexOf('/') + 1);
      for (String name : names) {
        if (file.startsWith(name + "-")) {
          jars.add(entry);
        }
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  /**
   * Starts it.
   *
   * @param taskRoot the function's classes
   */
  static AwsClient start(String handler, Path taskRoot, Path nativeLibrary, List<String> options)
      throws IOException {
    RuntimeApiServer api = RuntimeApiServer.start();
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("-D" + PACKAGE + ".runtimeapi.NativeClient.JNI=" + nativeLibrary);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), PACKAGE + ".AWSLambda", handler));
    Path log = Files.createTempFile("aws-client", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "_HANDLER", handler,
                "LAMBDA_TASK_ROOT", taskRoot.toString(),
                "AWS_LAMBDA_RUNTIME_API", api.endpoint(),
                "AWS_REGION", "eu-central-1",
                "AWS_LAMBDA_FUNCTION_NAME", "orders",
                "AWS_LAMBDA_FUNCTION_VERSION", "7",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
                "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
                "LC_ALL", "C.UTF-8",
                "TZ", ":UTC"));
    builder.directory(taskRoot.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new AwsClient(api, builder.start(), log);
  }

  InvocationOutcome invoke(InvocationRequest request) throws Exception {
    CompletableFuture<InvocationOutcome> outcome = api.submit(request);
    CompletableFuture.anyOf(outcome, process.onExit()).get(SECONDS, TimeUnit.SECONDS);
    return outcome.get(process.isAlive() ? SECONDS : 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    api.close();
    Files.delete(log);
  }
}
