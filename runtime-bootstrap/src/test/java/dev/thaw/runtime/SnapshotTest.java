package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Snapshots;
import com.example.Starts;
import dev.thaw.runtime.HeldServer.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The life of a process under SnapStart.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-custom.html">SnapStart
 *     hooks for container images</a>
 */
@JvmOnly("SnapStart is for JVMs")
class SnapshotTest {
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final String RESTORE_NEXT = "GET " + RUNTIME + "restore/next";
  private static final String NEXT = "GET " + RUNTIME + "invocation/next";
  private static final String INIT_ERROR = "POST " + RUNTIME + "init/error";
  private static final String RESTORE_ERROR = "POST " + RUNTIME + "restore/error";

  /** The same classes under two coordinates, by the names of their jars. */
  private static final String CURRENT = "crac-1.5.0.jar";

  private static final String OLD = "org-crac-0.1.3.jar";

  @TempDir private static Path jars;
  private static String agent = "";

  /** The launcher names the runtime's jar as an agent; here it stands in a folder. */
  @BeforeAll
  static void describeTheAgent() throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), DnsCache.class.getName());
    Path jar = jars.resolve("agent.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    agent = "-javaagent:" + jar;
  }

  private static RuntimeProcess.Builder snapStart(HeldServer api, Class<?> handler) {
    return snapStart(api, handler, OLD);
  }

  private static RuntimeProcess.Builder snapStart(
      HeldServer api, Class<?> handler, String otherJar) {
    return on(api, handler, "snap-start", otherJar)
        .option("-Dorg.crac.Core.Compat=dev.thaw.runtime.crac")
        .option(agent)
        .without("AWS_LAMBDA_LOG_STREAM_NAME");
  }

  private static RuntimeProcess.Builder on(
      HeldServer api, Class<?> handler, String type, String otherJar) {
    return RuntimeProcess.of(handler)
        .variable("AWS_LAMBDA_RUNTIME_API", api.endpoint())
        .variable("AWS_LAMBDA_INITIALIZATION_TYPE", type)
        .withoutJar(otherJar);
  }

  /** Invokes the function and gives its response. */
  private static String invoke(HeldServer api) throws Exception {
    return invoke(api, api.take(NEXT));
  }

  private static String invoke(HeldServer api, Request next) throws Exception {
    next.answer(
        200, "Lambda-Runtime-Aws-Request-Id: 8476\r\nContent-Type: application/json\r\n", "\"\"");
    Request response = api.take("POST " + RUNTIME + "invocation/8476/response");
    response.answer(202);
    return response.body();
  }

  @ParameterizedTest
  @ValueSource(strings = {CURRENT, OLD})
  void hooksRunAroundTheSnapshot(String jar) throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function =
            snapStart(api, Snapshots.Ordered.class, jar.equals(OLD) ? CURRENT : OLD).start()) {
      Request restore = api.take(RESTORE_NEXT);
      assertThat(api.quiet()).isTrue();
      restore.answer(200);
      assertThat(invoke(api))
          .isEqualTo(
              "\"built, primed, before second, before first, before static,"
                  + " after static, after first, after second\"");
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void hooksThatRegister() throws Exception {
    assertHappens(Snapshots.Registering.class, "before outer, after outer, after inner");
  }

  @Test
  void equalResourcesAreTwo() throws Exception {
    assertHappens(Snapshots.Equal.class, "before, before, after, after");
  }

  @Test
  void hooksThatLeaveAnInterrupt() throws Exception {
    assertHappens(Snapshots.Interrupting.class, "before interrupt, after interrupt");
  }

  @Test
  void onlyLambdaTakesSnapshots() throws Exception {
    assertHappens(Snapshots.Impatient.class, "CheckpointException 1");
  }

  private static void assertHappens(Class<?> handler, String happened) throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess _ = snapStart(api, handler).start()) {
      api.take(RESTORE_NEXT).answer(200);
      assertThat(invoke(api)).isEqualTo('"' + happened + '"');
    }
  }

  @Test
  void goesOnOverANewConnection() throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess _ = snapStart(api, Starts.Warm.class).start()) {
      Request restore = api.take(RESTORE_NEXT);
      restore.answer(200);
      Request next = api.take(NEXT);
      assertThat(next.sameConnection(restore)).isFalse();
      assertThat(invoke(api, next)).isEqualTo("\"primed 1\"");
      assertThat(api.take(NEXT).sameConnection(next)).isTrue();
    }
  }

  /** What the platform makes of a connection that stands in a snapshot is not documented. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void outlivesTheConnectionInTheSnapshot(boolean reset) throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess _ = snapStart(api, Snapshots.Ordered.class).start()) {
      api.take(RESTORE_NEXT).hangUp(reset);
      api.take(RESTORE_NEXT).answer(200);
      assertThat(invoke(api)).contains("after second");
    }
  }

  @Test
  void givesUpARuntimeApiThatKeepsHangingUp() throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function = snapStart(api, Starts.Warm.class).start()) {
      // Once more than it asks, since the first connection has been used before.
      for (int i = 0; i < 4; i++) {
        api.take(RESTORE_NEXT).hangUp(false);
      }
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(api.quiet()).isTrue();
      assertThat(function.log()).contains("The Runtime API broke off");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 403, 404, 500})
  void endsWhereItIsNotRestored(int status) throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function = snapStart(api, Snapshots.Ordered.class).start()) {
      api.take(RESTORE_NEXT).answer(status);
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(api.quiet()).isTrue();
      assertThat(function.log()).contains("answered " + status + " to /restore/next");
    }
  }

  @Test
  void failsTheInitPhaseWhereABeforeCheckpointHookFails() throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function =
            snapStart(api, Snapshots.Failing.class).variable("FAILS", "before").start()) {
      Request report = api.take(INIT_ERROR);
      report.answer(202);
      assertReport(
          report, "Runtime.BeforeSnapshotError", "CheckpointException", "file open", "pool in use");
      assertThat(function.exitCode()).isEqualTo(64);
      assertThat(api.quiet()).isTrue();
      assertThat(function.log())
          .containsSubsequence("asked: file open", "asked: pool in use", "ERROR", "file open");
    }
  }

  @Test
  void failsTheRestoreWhereAnAfterRestoreHookFails() throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function = snapStart(api, Snapshots.Failing.class).start()) {
      Request restore = api.take(RESTORE_NEXT);
      restore.answer(200);
      Request report = api.take(RESTORE_ERROR);
      assertThat(report.sameConnection(restore)).isFalse();
      report.answer(202);
      assertReport(
          report, "Runtime.AfterRestoreError", "RestoreException", "pool in use", "file open");
      assertThat(function.exitCode()).isEqualTo(64);
      assertThat(api.quiet()).isTrue();
    }
  }

  private static void assertReport(
      Request report, String type, String exception, String first, String second) {
    assertThat(report.head())
        .contains("Lambda-Runtime-Function-Error-Type: " + type + "\r\n")
        .contains("Content-Type: application/vnd.aws.lambda.error+json\r\n");
    JsonNode error = RuntimeProcess.json(report.body());
    assertThat(error.get("errorType").asString()).endsWith("." + exception);
    assertThat(error.get("errorMessage").asString()).containsSubsequence(first, second);
    assertThat(error.get("suppressed")).hasSize(2);
    JsonNode suppressed = error.at("/suppressed/0");
    assertThat(suppressed.get("errorMessage").asString()).isEqualTo(first);
    assertThat(suppressed.at("/stackTrace/0").asString()).startsWith("com.example.Snapshots$");
    assertThat(error.at("/suppressed/1/errorMessage").asString()).isEqualTo(second);
  }

  @Test
  void failsTheInitPhaseWherePrimingFails() throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function = snapStart(api, Snapshots.Unprimed.class).start()) {
      Request report = api.take(INIT_ERROR);
      report.answer(202);
      assertThat(report.head()).contains("Error-Type: Function.IllegalStateException\r\n");
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(api.quiet()).isTrue();
    }
  }

  /** No copy of a snapshot may know an address that was right when the snapshot was taken. */
  @Test
  @Timeout(20)
  void resolvesNamesAnew(@TempDir Path folder) throws Exception {
    Path hosts = Files.writeString(folder.resolve("hosts"), "192.0.2.1 orders.test\n");
    try (HeldServer api = new HeldServer();
        RuntimeProcess function =
            snapStart(api, Snapshots.Resolving.class)
                .option("-Djdk.net.hosts.file=" + hosts)
                .start()) {
      Request restore = api.take(RESTORE_NEXT);
      Files.writeString(hosts, "192.0.2.2 orders.test\n");
      while (!function.log().contains("resolved")) {
        assertThat(function.alive()).isTrue();
        Thread.sleep(5);
      }
      Files.writeString(hosts, "192.0.2.3 orders.test\n");
      restore.answer(200);
      assertThat(invoke(api)).isEqualTo("\"192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.3\"");
      Files.writeString(hosts, "192.0.2.4 orders.test\n");
      assertThat(invoke(api)).as("with a cache").endsWith("192.0.2.3, 192.0.2.3\"");
      assertThat(function.log()).isEqualTo("resolved\n");
    }
  }

  @Test
  void saysThatNamesKeepTheirAddresses() throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function = on(api, Snapshots.Ordered.class, "snap-start", OLD).start()) {
      api.take(RESTORE_NEXT).answer(200);
      assertThat(invoke(api)).isEqualTo("\"built, primed\"");
      assertThat(function.log()).contains("WARN").contains("java.net");
    }
  }

  /** With the property too, which the launcher does not set there. */
  @ParameterizedTest
  @CsvSource({
    "on-demand, -Dx=y",
    "on-demand, -Dorg.crac.Core.Compat=dev.thaw.runtime.crac",
    "provisioned-concurrency, -Dx=y"
  })
  void elsewhereRegisteringIsHarmless(String type, String option) throws Exception {
    try (HeldServer api = new HeldServer();
        RuntimeProcess function =
            on(api, Snapshots.Ordered.class, type, OLD).option(option).start()) {
      assertThat(invoke(api))
          .isEqualTo(type.equals("on-demand") ? "\"built\"" : "\"built, primed\"");
      assertThat(function.log()).isEmpty();
    }
  }
}
