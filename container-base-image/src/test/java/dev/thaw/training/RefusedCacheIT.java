package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache of the same files that the JVM refuses: the function answers, and one line says why. */
class RefusedCacheIT {
  @TempDir private static Path folder;
  private static TrainedProbe probe;

  @BeforeAll
  static void train() throws Exception {
    probe = TrainedProbe.in(folder);
  }

  @AfterEach
  void restore() throws IOException {
    probe.restore();
  }

  /** The JVM itself refuses such a cache; that of another JRE differs in its first page, too. */
  @Test
  void cacheGarbled() throws Exception {
    garble();
    probe.assertFallsBack("blue", "the JVM refuses it: it is damaged");
  }

  @Test
  void cacheGarbledAndJarReplaced() throws Exception {
    garble();
    Functions.jar(probe.jar(), TrainedProbe.shop("teal"));
    probe.assertFallsBack("teal", "jar " + probe.jar() + " has changed");
  }

  @Test
  void cacheGarbledWhereOptionsAreHarmless() throws Exception {
    garble();
    try (FunctionProcess function = probe.launch().with("THAW_JVM_OPTIONS", "-Xmx300m").start()) {
      assertThat(function.ask("flag MaxHeapSize")).isEqualTo(Long.toString(300L << 20));
      assertThat(function.log()).singleElement().asString().contains("the JVM refuses it: it is");
    }
  }

  @Test
  void warningIsJsonWhereTheLogIs() throws Exception {
    garble();
    try (FunctionProcess function = probe.launch().with("AWS_LAMBDA_LOG_FORMAT", "JSON").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("{")
          .contains("\"level\":\"WARN\"", "The function's cache is not used")
          .endsWith("}");
    }
  }

  /** The layer's cache would be refused as well, so the process goes on as it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseCompactObjectHeaders",
        "-XX:+UseZGC",
        "-XX:-UseCompressedOops",
        "-Xmx40g",
        "--add-opens=java.base/java.lang=ALL-UNNAMED"
      })
  void otherOptions(String option) throws Exception {
    try (FunctionProcess function = probe.launch().with("JAVA_TOOL_OPTIONS", option).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(withoutNotice(function))
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The function's cache is not used, since the JVM refuses it with ")
          .contains(option.replaceAll("=.*", "") + " in JAVA_TOOL_OPTIONS");
    }
  }

  /** A module flag fits where training had it. */
  @Test
  void moduleFlagThatTrainingHadToo() throws Exception {
    Map<String, String> flag =
        Map.of("JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
    ThawTrain run = ThawTrain.run(probe.taskRoot(), flag, TrainedProbe.HANDLER, probe.event());
    assertThat(run.status()).as(run.output()).isZero();
    try (FunctionProcess function =
        probe.launch().with("JAVA_TOOL_OPTIONS", flag.get("JAVA_TOOL_OPTIONS")).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(withoutNotice(function)).isEmpty();
    }
    probe.assertFallsBack("blue", "the JVM refuses it");
  }

  @Test
  void optionsThatTheLayersCacheIsRefusedWith() throws Exception {
    try (FunctionProcess function =
        probe
            .launch()
            .with("THAW_CACHE", "layer")
            .with("THAW_JVM_OPTIONS", "-XX:+UseCompactObjectHeaders")
            .start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The layer's cache is not used")
          .contains("-XX:+UseCompactObjectHeaders in THAW_JVM_OPTIONS");
    }
  }

  @Test
  void noCacheWanted() throws Exception {
    try (FunctionProcess function = probe.launch().with("THAW_CACHE", "off").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log()).isEmpty();
    }
  }

  /** As many bytes as before. */
  private static void garble() throws IOException {
    try (RandomAccessFile cache = new RandomAccessFile(probe.cache().toFile(), "rw")) {
      cache.write(new byte[4096]);
    }
  }

  /** Without what the JVM itself says about the variable. */
  private static List<String> withoutNotice(FunctionProcess function) throws IOException {
    return function.log().stream().filter(line -> !line.startsWith("Picked up")).toList();
  }
}
