package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * An unpacked image, and how Lambda runs it: by its own configuration, read-only except {@code
 * /tmp}, as a user without rights, and without any network but loopback.
 *
 * @param root the folder of its files
 * @param entrypoint the program and its first arguments
 * @param command the further arguments, which whoever runs it may replace
 * @param environment of its processes
 * @param folder where they start
 */
record Container(
    Path root,
    List<String> entrypoint,
    List<String> command,
    Map<String, String> environment,
    String folder) {
  private static final String LAMBDA_USER = "993:990";
  private static final int MEMORY = 512;
  private static final int SECONDS = 60;

  Container {
    environment = new TreeMap<>(environment);
  }

  /** The same with other arguments. */
  Container with(String... command) {
    return new Container(root, entrypoint, List.of(command), environment, folder);
  }

  /** The same with another program. */
  Container withEntrypoint(String... entrypoint) {
    return new Container(root, List.of(entrypoint), List.of(), environment, folder);
  }

  /** The same with a variable more. */
  Container withVariable(String name, String value) {
    Container changed = new Container(root, entrypoint, command, environment, folder);
    changed.environment.put(name, value);
    return changed;
  }

  /** Runs it where there is no Runtime API. */
  ContainerRun run() throws IOException, InterruptedException {
    return run(LAMBDA_USER, List.of());
  }

  /** Runs it as Lambda runs a function, and invokes that once. */
  ContainerRun invoke(Path event) throws IOException, InterruptedException {
    return invoke(LAMBDA_USER, event);
  }

  /** The same as another user, such as {@code 1000:1000}. */
  ContainerRun invoke(String user, Path event) throws IOException, InterruptedException {
    Container function =
        withVariable("AWS_REGION", "us-east-1")
            .withVariable("AWS_LAMBDA_FUNCTION_NAME", "orders")
            .withVariable("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .withVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY))
            .withVariable("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
            .withVariable("AWS_LAMBDA_RUNTIME_API", ContainerLambda.ENDPOINT);
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    String classPath = System.getProperty("java.class.path");
    return function.run(
        user, List.of(java, "-cp", classPath, ContainerLambda.class.getName(), event.toString()));
  }

  private ContainerRun run(String user, List<String> lambda)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Layer.TARGET, "container");
    try (MemoryLimit limit = MemoryLimit.ofMegabytes(MEMORY)) {
      Path tmp = Files.createDirectory(folder.resolve("tmp"));
      Programs.run("chmod", "1777", tmp.toString());
      Path log = folder.resolve("log");
      List<String> sandbox = new ArrayList<>(sandbox(tmp));
      sandbox.addAll(lambda);
      if (!lambda.isEmpty()) {
        sandbox.add(folder.resolve("outcome").toString());
      }
      sandbox.addAll(limit.around(process(user)));
      ProcessBuilder builder = new ProcessBuilder(sandbox);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Process process = builder.start();
      try {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
            .as(() -> "ended" + System.lineSeparator() + text(log))
            .isTrue();
      } finally {
        process.destroyForcibly().waitFor();
      }
      return ContainerRun.of(process.exitValue(), folder);
    } finally {
      Programs.delete(folder);
    }
  }

  /** Namespaces: the image's files cannot be changed, and there is no network. */
  private List<String> sandbox(Path tmp) {
    return List.of(
        "bwrap",
        "--dev-bind",
        "/",
        "/",
        "--proc", // by which Java sees its own child processes
        "/proc",
        "--ro-bind",
        root.toString(),
        root.toString(),
        "--proc",
        root + "/proc",
        "--dev",
        root + "/dev",
        "--bind",
        tmp.toString(),
        root + "/tmp",
        "--unshare-net",
        "--unshare-pid",
        "--unshare-ipc",
        "--die-with-parent",
        "--");
  }

  /** The image's process, with nothing but the variables of the image and of Lambda. */
  private List<String> process(String user) {
    List<String> process = new ArrayList<>(List.of("/usr/bin/env", "-i"));
    environment.forEach((name, value) -> process.add(name + "=" + value));
    process.addAll(List.of("/usr/bin/unshare", "--root=" + root, "--wd=" + folder));
    process.add("--setgid=" + user.substring(user.indexOf(':') + 1));
    process.add("--setuid=" + user.substring(0, user.indexOf(':')));
    process.add("--");
    process.addAll(entrypoint);
    process.addAll(command);
    return process;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
