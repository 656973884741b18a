package dev.thaw.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that layers bring by {@code JAVA_TOOL_OPTIONS} work with the function's cache. */
class AgentIT {
  private static final String TRANSFORMING =
      """
      package shop;
      import java.lang.instrument.*;
      import java.security.ProtectionDomain;
      public class Agent implements ClassFileTransformer {
        public static void premain(String options, Instrumentation instrumentation) {
          instrumentation.addTransformer(new Agent());
        }
        public byte[] transform(
            ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
          System.setProperty("seen", "true");
          return null;
        }
      }
      """;

  @TempDir private static Path folder;
  private static Path taskRoot;

  @BeforeAll
  static void build() throws Exception {
    taskRoot = folder.resolve("task");
    Functions.jar(taskRoot.resolve("lib/probe.jar"), Functions.compile("Probe", "Version"));
    Path event = Files.writeString(folder.resolve("event.json"), "\"version\"");
    ThawTrain.succeeding(taskRoot, "shop.Probe", event.toString());
  }

  @Test
  void transformer() throws Exception {
    Map<String, byte[]> files = new TreeMap<>(Functions.compileText(Map.of("Agent", TRANSFORMING)));
    files.put(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\nPremain-Class: shop.Agent\n".getBytes(UTF_8));
    Path agent = folder.resolve("agent.jar");
    Functions.jar(agent, files);
    assertFromCache(agent, Map.of(), "property seen", "true");
  }

  @Test
  void openTelemetry() throws Exception {
    Path agent = Layer.TARGET.resolve("versions/opentelemetry/opentelemetry-javaagent.jar");
    Map<String, String> silent =
        Map.of(
            "OTEL_TRACES_EXPORTER",
            "none",
            "OTEL_METRICS_EXPORTER",
            "none",
            "OTEL_LOGS_EXPORTER",
            "none");
    assertFromCache(agent, silent, "version", "blue");
  }

  /** With {@code AOTMode=on} the JVM does not start if it refuses the cache. */
  private static void assertFromCache(
      Path agent, Map<String, String> variables, String question, String answer) throws Exception {
    Path classes = Files.createTempDirectory(folder, "classes").resolve("loaded");
    Launch launch = Launch.of(taskRoot, "shop.Probe");
    variables.forEach(launch::with);
    launch.with(
        "JAVA_TOOL_OPTIONS",
        "-XX:AOTMode=on -Xlog:class+load:file=" + classes + ":none -javaagent:" + agent);
    try (FunctionProcess function = launch.start()) {
      assertThat(function.ask(question)).isEqualTo(answer);
      assertThat(function.log()).noneMatch(line -> line.contains("thaw:"));
    }
    List<String> lines = Files.readAllLines(classes);
    for (String name : List.of("shop.Probe", "shop.Version", "dev.thaw.runtime.Bootstrap")) {
      assertThat(lines).anyMatch(line -> line.startsWith(name + " source: shared objects file"));
    }
  }
}
