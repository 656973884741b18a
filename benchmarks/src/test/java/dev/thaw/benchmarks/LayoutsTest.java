package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.thaw.benchmarks.floor.Floor;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts in their sandboxes, with a runtime that is the floor and notes how it was started. */
class LayoutsTest {
  private static final String TRAIN =
      """
      #!/bin/sh
      mkdir -p /var/task/.thaw && echo "$2" >"/var/task/.thaw/$1.aot"
      """;

  @TempDir Path directory;
  private Path layer;
  private Layout layout;

  @BeforeAll
  static void mountNamespacesAreThere() throws Exception {
    try {
      Sandbox.require();
    } catch (MeasurementException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail(e);
      }
      abort(String.valueOf(e.getMessage()));
    }
  }

  @BeforeEach
  void makeLayout() throws Exception {
    Path target = directory.resolve("target");
    Files.createDirectories(target.resolve("lib"));
    for (String jar :
        List.of(
            "lib/aws-lambda-java-core.jar",
            "lib/aws-lambda-java-events.jar",
            "lib/joda-time.jar",
            "any-functions.jar")) {
      Files.createFile(target.resolve(jar));
    }
    String name = Floor.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar =
            new JarOutputStream(Files.newOutputStream(target.resolve("any-floor.jar")));
        InputStream in = Floor.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
    }
    layer = directory.resolve("layer");
    Files.createDirectories(layer.resolve("thaw/bin"));
    script("thaw/bin/thaw-train", TRAIN);
    Path work = Files.createDirectories(directory.resolve("work"));
    layout = new Layout(target, layer, layer, layer, work);
  }

  @Test
  void eachCacheIsMeasuredAtItsPathBesideTheFloor() throws Exception {
    bootstrap("");
    String mounted = Files.readString(Path.of("/proc/self/mountinfo"));

    List<LayoutSeries> all = deployment().prepare(List.of(BenchEvent.SQS));
    Files.delete(layout.work().resolve("layer-tmp/starts"));
    Interleaved.run(all.stream().map(LayoutSeries::series).toList(), 1, layout.work());

    assertThat(all)
        .extracting(LayoutSeries::cache)
        .containsExactly("the floor", "own cache", "layer's", "none");
    assertThat(all.getFirst().timesFloor(all)).isEqualTo(1);
    assertThat(all.get(1).timesFloor(all)).isPositive();
    assertThat(all)
        .flatExtracting(each -> each.series().samples())
        .hasSize(4)
        .allSatisfy(
            sample -> {
              assertThat(sample.initNanos()).isGreaterThan(5_000_000);
              assertThat(sample.usage().residentKb()).isGreaterThan(10_000);
            });
    List<String> round =
        List.of(
            "/var/task default dev.thaw.benchmarks.functions.Queue.aot",
            "/var/task default",
            "/var/task off");
    List<String> warmUpToo = new ArrayList<>(round);
    warmUpToo.addAll(round);
    assertThat(layout.work().resolve("layer-tmp/starts")).hasContent(String.join("\n", warmUpToo));
    assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).isEqualTo(mounted);
  }

  @Test
  void aCacheThatIsNotTakenDoesNotCount() throws Exception {
    bootstrap("echo 'WARN the cache is not used'");

    assertThatThrownBy(() -> deployment().prepare(List.of(BenchEvent.SQS)))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("WARN the cache is not used");
  }

  @Test
  void aRootThatCannotBeEnteredIsNamed() {
    Sandbox nothing = new Sandbox(directory.resolve("nothing"), Sandbox.devices());
    Subject subject =
        new Subject("any", List.of("true"), directory, "any.Handler").in(nothing, "any");

    assertThatThrownBy(
            () -> ColdStart.measure(subject, BenchEvent.SQS, directory.resolve("any.log")))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining(directory.resolve("nothing") + " could not be entered");
  }

  @Test
  void aFolderWithoutAnImageIsRefused() {
    Options options = Options.parse(new String[] {"--layouts", "--image", directory.toString()});

    assertThatThrownBy(() -> Layouts.run(options, layout))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("holds no image");
  }

  private Deployment deployment() throws Exception {
    Sandbox sandbox =
        new Sandbox(directory.resolve("root"), Sandbox.system())
            .with("opt", layer)
            .with("opt/thaw/jre", Path.of(System.getProperty("java.home")))
            .with("var/task", layer)
            .with("tmp", layer)
            .create();
    Files.createDirectories(layer.resolve("thaw/jre"));
    return new Deployment("layer", sandbox, layout);
  }

  private void bootstrap(String first) throws Exception {
    script(
        "bootstrap",
        """
        #!/bin/sh
        %s
        set -- "$PWD" "${THAW_CACHE-default}" $(ls /var/task/.thaw 2>/dev/null)
        echo "$*" >>/tmp/starts
        exec /opt/thaw/jre/bin/java -cp /tmp/floor.jar %s '%s'
        """
            .formatted(first, Floor.class.getName(), BenchEvent.SQS.answer()));
  }

  private void script(String file, String text) throws Exception {
    Path script = Files.writeString(layer.resolve(file), text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
