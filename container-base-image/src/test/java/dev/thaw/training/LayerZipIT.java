package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer's zip where Lambda unpacks it, under functions' zips in every layout. */
class LayerZipIT {
  private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

  /** As far from ours as it gets: who unpacks without a zone in mind gives other times. */
  private static final String ZONE = "Pacific/Auckland";

  @TempDir private static Path folder;
  private static Path layerZip;
  private static Path layer;
  private static Path examples;
  private static Path shopZip;
  private static Path extraZip;
  private static Path shop;
  private static Path trainedShop;
  private static Path extra;
  private static int sandboxes;

  @BeforeAll
  static void unpack() throws Exception {
    Programs.require("unshare");
    layerZip = layerZip();
    layer = Zips.unpack(layerZip, folder.resolve("layer"), ZONE);
    examples = Files.createDirectories(folder.resolve("examples"));
    Files.createDirectory(examples.resolve("lib"));
    Files.copy(Layer.examplesJar(), examples.resolve("lib/examples.jar"));
    // A function whose library comes by another layer.
    Path files = folder.resolve("shop-files");
    Functions.jar(files.resolve("lib/probe.jar"), Functions.compile("Probe", "Version"));
    remove(files.resolve("lib/probe.jar"), "shop/Version.class");
    shopZip = Zips.zip(folder.resolve("shop.zip"), files);
    shop = Zips.unpack(shopZip, folder.resolve("shop"), "UTC");
    extraZip = extra("blue");
    extra = Zips.unpack(extraZip, folder.resolve("extra"), ZONE);
    Path trained = Files.copy(shopZip, folder.resolve("trained-shop.zip"));
    ThawTrain.succeeding(
        folder,
        "--layer",
        layerZip.toString(),
        "--layer",
        extraZip.toString(),
        "--function",
        trained.toString(),
        "shop.Probe",
        ThawTrain.event(folder, "version", "\"version\""));
    trainedShop = Zips.unpack(trained, folder.resolve("trained-shop"), ZONE);
  }

  private static Path extra(String version) throws Exception {
    Path files = folder.resolve("extra-files-" + version);
    Functions.jar(
        files.resolve("java/lib/version.jar"),
        Functions.compile(Map.of("blue", version), "Version"));
    return Zips.zip(folder.resolve("extra-" + version + ".zip"), files);
  }

  private static void remove(Path jar, String entry) throws Exception {
    Programs.run(folder, Map.of(), "zip", "-q", "-d", jar.toString(), entry);
  }

  private static Path layerZip() throws IOException {
    try (Stream<Path> files = Files.list(Layer.TARGET)) {
      List<Path> zips =
          files
              .filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches("thaw-layer-[^-]+(-SNAPSHOT)?-[a-z0-9_]+\\.zip"))
              .toList();
      return zips.isEmpty()
          ? Path.of(Programs.missing("The build has made no layer zip"))
          : zips.getFirst();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ProductPage, alb, Ice pick",
    "Moderation, sqs, batchItemFailures",
    "Catalogue, s3, '1 objects, 1305107 bytes'",
    "WordCount, kinesis, batchItemFailures",
    "AuditTrail, dynamodb, batchItemFailures"
  })
  void examplesAnswer(String name, String event, String answer) throws Exception {
    String handler = "com.example." + name;
    LambdaSandbox untrained = sandbox(Map.of("/opt", layer, "/var/task", examples));
    assertThat(invoke(untrained, handler, event)).contains(answer);
    untrained
        .classes()
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertFromJar(handler, Path.of("/var/task/lib/examples.jar"));

    Path zip = Zips.zip(folder.resolve(name + ".zip"), examples);
    Programs.run(
        folder,
        Map.of(),
        layer.resolve("thaw/bin/thaw-train").toString(),
        "--function",
        zip.toString(),
        handler);
    Path task = Zips.unpack(zip, folder.resolve(name), ZONE);
    LambdaSandbox trained = sandbox(Map.of("/opt", layer, "/var/task", task));
    assertThat(invoke(trained, handler, event)).contains(answer);
    trained.classes().assertFromCache("dev.thaw.runtime.Bootstrap").assertFromCache(handler);
  }

  private static String invoke(LambdaSandbox sandbox, String handler, String event)
      throws Exception {
    Path file = Layer.PROJECT.resolve("examples/events/" + event + ".json");
    try (FunctionProcess function = sandbox.recording(handler).start()) {
      String answer = function.invoke(Files.readString(file));
      assertThat(function.log()).noneMatch(line -> line.startsWith("WARN"));
      if (answer.contains("batchItemFailures")) {
        assertThat(answer).isEqualTo(NO_FAILURES);
      }
      return answer;
    }
  }

  @Test
  void seesALibraryInAnotherLayer() throws Exception {
    LambdaSandbox sandbox = shopSandbox(shop, extra);
    try (FunctionProcess function = sandbox.recording("shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(warnings(function)).isEmpty();
    }
    sandbox
        .classes()
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertFromJar("shop.Version", Path.of("/opt/java/lib/version.jar"));
  }

  @Test
  void cachesALibraryInAnotherLayer() throws Exception {
    LambdaSandbox sandbox = shopSandbox(trainedShop, extra);
    try (FunctionProcess function =
        sandbox.recording("shop.Probe").with("TZ", "America/Lima").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("source shop.Probe")).isEqualTo("/var/task/lib/probe.jar");
      assertThat(function.ask("source shop.Version")).isEqualTo("/opt/java/lib/version.jar");
      assertThat(function.ask("source com.amazonaws.services.lambda.runtime.Context"))
          .isEqualTo("/opt/thaw/lib/aws-lambda-java-core.jar");
      assertThat(warnings(function)).isEmpty();
    }
    sandbox
        .classes()
        .assertFromCache("shop.Probe")
        .assertFromCache("shop.Version")
        .assertFromCache("com.amazonaws.services.lambda.runtime.Context");
  }

  @Test
  void warnsOnceIfALayerHasChanged() throws Exception {
    Path green = Zips.unpack(extra("teal"), folder.resolve("teal"), "UTC");
    assertFallsBack(
        shopSandbox(trainedShop, green), "teal", "jar /opt/java/lib/version.jar has changed");
  }

  @Test
  void warnsOnceIfTheRuntimeIsAnother() throws Exception {
    Path upgraded = folder.resolve("bootstrap");
    String launcher = Files.readString(layer.resolve("bootstrap"));
    Files.writeString(upgraded, launcher.replaceFirst("-Dthaw.build=[^ ]+", "-Dthaw.build=next"));
    Files.setPosixFilePermissions(upgraded, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, Path> mounts = mounts(trainedShop, extra);
    mounts.put("/opt/bootstrap", upgraded);
    assertFallsBack(sandbox(mounts), "blue", "layer has changed");
  }

  /** Until 25.0.3 the JVM asks no jar for its time; later ones would refuse the cache. */
  @Test
  void doesNotMindOtherTimes() throws Exception {
    String release = Files.readString(layer.resolve("thaw/jre/release"));
    assumeTrue(release.matches("(?s).*JAVA_VERSION=\"25\\.0\\.[0-3]\".*"), "a newer JVM");
    Path moved = Zips.unpack(folder.resolve("trained-shop.zip"), folder.resolve("moved"), "UTC");
    Files.setLastModifiedTime(
        moved.resolve("lib/probe.jar"), FileTime.from(Instant.parse("1980-01-01T00:00:00Z")));
    LambdaSandbox sandbox = shopSandbox(moved, extra);
    try (FunctionProcess function = sandbox.recording("shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(warnings(function)).isEmpty();
    }
    sandbox.classes().assertFromCache("shop.Probe");
  }

  @Test
  void trainingWantsOneThawAmongTheLayers() throws Exception {
    String layers = layerZip.toString();
    assertThat(trainWithLayers(extraZip.toString())).contains("None of the layers is Thaw's");
    assertThat(trainWithLayers(layers, layers)).contains("hold a runtime");
    assertThat(trainWithLayers(folder.resolve("none.zip").toString())).contains("There is no zip");
  }

  private static String trainWithLayers(String... layers) throws Exception {
    List<String> arguments = new ArrayList<>();
    for (String zip : layers) {
      arguments.addAll(List.of("--layer", zip));
    }
    arguments.addAll(List.of("--function", shopZip.toString(), "shop.Probe"));
    ThawTrain run = ThawTrain.run(folder, Map.of(), arguments.toArray(new String[0]));
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    return run.output();
  }

  private static void assertFallsBack(LambdaSandbox sandbox, String version, String reason)
      throws Exception {
    try (FunctionProcess function = sandbox.launch("shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo(version);
      assertThat(function.log()).singleElement().asString().startsWith("WARN").contains(reason);
    }
    // The process that the launcher started first has a record of its own.
    try (FunctionProcess function = sandbox.recording("shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo(version);
    }
    sandbox
        .classes()
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertNotFromCache("shop.Version");
  }

  private static List<String> warnings(FunctionProcess function) throws IOException {
    return function.log().stream().filter(line -> line.startsWith("WARN")).toList();
  }

  private static LambdaSandbox shopSandbox(Path task, Path extra) throws Exception {
    return sandbox(mounts(task, extra));
  }

  private static Map<String, Path> mounts(Path task, Path extra) {
    return new HashMap<>(
        Map.of(
            "/opt/bootstrap",
            layer.resolve("bootstrap"),
            "/opt/thaw",
            layer.resolve("thaw"),
            "/opt/java",
            extra.resolve("java"),
            "/var/task",
            task));
  }

  private static LambdaSandbox sandbox(Map<String, Path> mounts) throws Exception {
    return new LambdaSandbox(folder.resolve("tmp-" + sandboxes++), mounts);
  }
}
