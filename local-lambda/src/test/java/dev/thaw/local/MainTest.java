package dev.thaw.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program, in a process of its own. */
class MainTest {
  @TempDir private Path folder;
  private Path bootstrap;

  @BeforeEach
  void writeBootstrap() throws IOException {
    bootstrap = folder.resolve("bootstrap");
    Files.writeString(
        bootstrap,
        "#!/bin/sh\nexec "
            + Path.of(System.getProperty("java.home", ""), "bin", "java")
            + " -cp "
            + FakeRuntime.classPath()
            + " "
            + FakeRuntime.class.getName()
            + "\n");
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  private Process startTwoFunctions(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("--bootstrap", bootstrap.toString(), "--task-root", folder.toString()));
    arguments.addAll(List.of("--env", "RESPONSE={\"statusCode\":204}"));
    arguments.addAll(List.of("--function", "pid", "--handler", "pid"));
    arguments.addAll(List.of("--function", "web", "--handler", "fixed", "--alb", "0"));
    arguments.addAll(List.of(more));
    return start(arguments.toArray(String[]::new));
  }

  @Test
  void servesUntilStandardInputCloses() throws Exception {
    Process process = startTwoFunctions("--until-stdin-closes");
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      int invokePort = port(output.readLine(), "invoke API at http://127.0.0.1:");
      int albPort = port(output.readLine(), "ALB for web at http://127.0.0.1:");
      long runtime;
      try (RawClient client = new RawClient(invokePort)) {
        RawClient.Answer answer = client.post("/2015-03-31/functions/pid/invocations", "{}");
        runtime = Long.parseLong(answer.body());
      }
      try (RawClient client = new RawClient(albPort)) {
        assertThat(client.get("/").status()).isEqualTo(204);
      }
      assertThat(output.readLine()).isEqualTo("[pid] init");
      assertThat(alive(runtime)).isTrue();
      process.getOutputStream().close();
      assertThat(process.waitFor(10, SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(alive(runtime)).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aSignalLeavesNothingRunning() throws Exception {
    Process process = startTwoFunctions();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      int port = port(output.readLine(), "invoke API at http://127.0.0.1:");
      long runtime;
      try (RawClient client = new RawClient(port)) {
        runtime = Long.parseLong(client.post("/2015-03-31/functions/pid/invocations", "{}").body());
      }
      process.destroy();
      assertThat(process.waitFor(10, SECONDS)).isTrue();
      assertThat(alive(runtime)).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 1|no --function",
        "--function f --colour red|unknown option --colour",
        "--function f --handler|--handler needs a value",
        "--function f --handler h|function f: no --bootstrap",
        "--function f --handler h --bootstrap /nowhere|function f: /nowhere is not executable",
        "--function f --task-root /nowhere|function f: no folder /nowhere",
        "--bootstrap /bin/sh --function f|function f: the handler is empty",
        "--bootstrap /bin/sh --handler h --function a.b|function name a.b: only letters",
        "--bootstrap /bin/sh --handler h --memory x --function f|--memory x: not a number",
        "--bootstrap /bin/sh --handler h --memory 64 --function f|memory size 64 MB is not between",
        "--bootstrap /bin/sh --handler h --timeout 901 --function f|timeout PT15M1S is not between",
        "--bootstrap /bin/sh --handler h --env x --function f|--env needs NAME=VALUE",
        "--bootstrap /bin/sh --handler h --env _HANDLER=x --function f|_HANDLER is set by Lambda",
        "--bootstrap /bin/sh --handler h --function f --function f|two functions with the name f",
      })
  void aWrongCommandLineIsExplained(String arguments, String message) throws Exception {
    Optional<String> explained = explanation(arguments.split(" ", -1));
    assertThat(explained).hasValueSatisfying(text -> assertThat(text).contains(message));
  }

  @Test
  void aFunctionMayBeAManagedInstanceOrSnapStarted() throws Exception {
    String common = "--bootstrap " + bootstrap + " --task-root " + folder;
    String functions =
        " --function a --handler x --max-concurrency 2 --function b --handler x --snap-start";
    CommandLine commandLine = CommandLine.parse((common + functions).split(" ", -1));
    assertThat(commandLine.functions())
        .extracting(FunctionConfiguration::maxConcurrency)
        .containsExactly(2, 0);
    assertThat(commandLine.functions())
        .extracting(FunctionConfiguration::snapStart)
        .containsExactly(false, true);
    assertThatThrownBy(
            () -> CommandLine.parse((common + functions + " --max-concurrency 2").split(" ", -1)))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void aWrongCommandLineEndsTheProgram() throws Exception {
    Process process = start("--function");
    assertThat(process.waitFor(10, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("local-lambda: --function needs a value\n");
  }

  private static Optional<String> explanation(String... arguments) throws IOException {
    try {
      LocalLambda.Builder builder = LocalLambda.builder();
      CommandLine.parse(arguments).functions().forEach(builder::function);
      builder.start().close();
      return Optional.empty();
    } catch (UsageException | IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static int port(String line, String start) {
    assertThat(line).startsWith(start);
    return Integer.parseInt(line.substring(start.length()));
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
