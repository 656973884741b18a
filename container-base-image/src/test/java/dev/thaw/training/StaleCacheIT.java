package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache that does not fit never runs old code: the layer's serves, and one line says why. */
class StaleCacheIT {
  @TempDir private static Path folder;
  private static Path taskRoot;
  private static Path backup;
  private static Path jar;

  @BeforeAll
  static void train() throws Exception {
    taskRoot = folder.resolve("task");
    backup = folder.resolve("backup");
    jar = taskRoot.resolve("lib/shop.jar");
    Functions.jar(jar, shop("blue"));
    Functions.jar(taskRoot.resolve("lib/unused.jar"), Functions.text("unused.txt", "unused"));
    Functions.loose(taskRoot, Functions.text("settings.txt", "old"));
    // The event makes the cache hold the class that will change.
    Path event = Files.writeString(folder.resolve("event.json"), "\"version\"");
    ThawTrain.succeeding(taskRoot, "shop.Probe", event.toString());
    copy(taskRoot, backup);
  }

  @AfterEach
  void restore() throws IOException {
    delete(taskRoot);
    copy(backup, taskRoot);
  }

  @Test
  void cacheFitsWhereNothingHasChanged() throws Exception {
    assertFits();
  }

  private static void assertFits() throws Exception {
    Path classes = Files.createTempDirectory(folder, "classes").resolve("loaded");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(warnings(function)).isEmpty();
    }
    LoadedClasses.in(classes).assertFromCache("shop.Probe").assertFromCache("shop.Version");
  }

  @Test
  void jarOfTheSameSizeAndTime() throws Exception {
    long size = Files.size(jar);
    var time = Files.getLastModifiedTime(jar);
    Functions.jar(jar, shop("teal"));
    Files.setLastModifiedTime(jar, time);
    assertThat(Files.size(jar)).isEqualTo(size);

    assertFallsBack("teal", "jar " + jar + " has changed");
  }

  @Test
  void jarAdded() throws Exception {
    Path added = taskRoot.resolve("lib/added.jar");
    Functions.jar(added, shop("teal"));
    assertFallsBack("teal", "it knows no jar " + added);
  }

  @Test
  void jarAddedBehindAllOthers() throws Exception {
    Path added = taskRoot.resolve("lib/zoo.jar");
    Functions.jar(added, Functions.text("zoo.txt", "zoo"));
    assertFallsBack("blue", "it knows no jar " + added);
  }

  @Test
  void jarRemoved() throws Exception {
    Path unused = taskRoot.resolve("lib/unused.jar");
    Files.delete(unused);
    assertFallsBack("blue", "jar " + unused + " is gone");
  }

  @Test
  void classAddedLoose() throws Exception {
    Functions.loose(taskRoot, Functions.compile(Map.of("blue", "teal"), "Version"));
    assertFallsBack("teal", "it knows no file shop/Version.class");
  }

  @Test
  void looseResourceChanged() throws Exception {
    Functions.loose(taskRoot, Functions.text("settings.txt", "new"));
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("resource settings.txt")).isEqualTo("new");
    }
    assertFallsBack("blue", "file settings.txt has changed");
  }

  @Test
  void looseResourceRemoved() throws Exception {
    Files.delete(taskRoot.resolve("settings.txt"));
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("resource settings.txt")).isEqualTo("none");
    }
    assertFallsBack("blue", "file settings.txt is gone");
  }

  @Test
  void layerRebuilt() throws Exception {
    Path fingerprint = taskRoot.resolve(".thaw/shop.Probe.fingerprint");
    String text = Files.readString(fingerprint);
    assertThat(text).startsWith("layer ");
    Files.writeString(fingerprint, text.replaceFirst("layer .*", "layer 0123456789abcdef"));
    assertFallsBack("blue", "layer has changed");
  }

  @Test
  void cacheTruncated() throws Exception {
    try (RandomAccessFile cache = new RandomAccessFile(cache().toFile(), "rw")) {
      cache.setLength(cache.length() / 2);
    }
    assertFallsBack("blue", "cache has changed");
  }

  @Test
  void cacheEmpty() throws Exception {
    Files.write(cache(), new byte[0]);
    assertFallsBack("blue", "cache has changed");
  }

  /** The JVM itself refuses such a cache; that of another JRE differs in its first page, too. */
  @Test
  void cacheGarbled() throws Exception {
    garble();
    assertFallsBack("blue", "the JVM refuses it: it is damaged");
  }

  @Test
  void cacheGarbledAndJarReplaced() throws Exception {
    garble();
    Functions.jar(jar, shop("teal"));
    assertFallsBack("teal", "jar " + jar + " has changed");
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
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").with("JAVA_TOOL_OPTIONS", option).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(withoutNotice(function))
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The function's cache is not used, since the JVM refuses it with ")
          .contains(option.replaceAll("=.*", "") + " in JAVA_TOOL_OPTIONS");
    }
  }

  @Test
  void cacheGarbledWhereOptionsAreHarmless() throws Exception {
    garble();
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").with("THAW_JVM_OPTIONS", "-Xmx300m").start()) {
      assertThat(function.ask("flag MaxHeapSize")).isEqualTo(Long.toString(300L << 20));
      assertThat(function.log()).singleElement().asString().contains("the JVM refuses it: it is");
    }
  }

  @Test
  void optionsThatTheLayersCacheIsRefusedWith() throws Exception {
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe")
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
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").with("THAW_CACHE", "off").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void warningIsJsonWhereTheLogIs() throws Exception {
    garble();
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").with("AWS_LAMBDA_LOG_FORMAT", "JSON").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("{")
          .contains("\"level\":\"WARN\"", "The function's cache is not used")
          .endsWith("}");
    }
  }

  /** A module flag fits where training had it. */
  @Test
  void moduleFlagThatTrainingHadToo() throws Exception {
    Map<String, String> flag =
        Map.of("JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED");
    Path event = folder.resolve("event.json");
    ThawTrain run = ThawTrain.run(taskRoot, flag, "shop.Probe", event.toString());
    assertThat(run.status()).as(run.output()).isZero();
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe")
            .with("JAVA_TOOL_OPTIONS", flag.get("JAVA_TOOL_OPTIONS"))
            .start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(withoutNotice(function)).isEmpty();
    }
    assertFallsBack("blue", "the JVM refuses it");
  }

  /** Until 25.0.3 the JVM looks at no time; later it refuses the cache, and that is said. */
  @Test
  void jarTouched() throws Exception {
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_600_000_000_000L));
    if (Runtime.version().compareTo(Runtime.Version.parse("25.0.4")) < 0) {
      assertFits();
    } else {
      assertFallsBack("blue", "a jar has another time");
    }
  }

  /** By the order of names, which is that of the class path. */
  @Test
  void jarsReordered() throws Exception {
    Path renamed = taskRoot.resolve("lib/zoo.jar");
    Files.move(jar, renamed);
    assertFallsBack("blue", "it knows no jar " + renamed);
  }

  @Test
  void cacheUnreadable() throws Exception {
    Files.setPosixFilePermissions(cache(), Set.of());
    Launch launch = Launch.of(taskRoot, "shop.Probe");
    if (Files.isReadable(cache())) { // by root, whom no permission keeps out
      launch = unprivileged(launch);
    }
    try (FunctionProcess function = launch.start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The function's cache is not used")
          .contains(cache() + " cannot be read");
    }
  }

  @Test
  void fingerprintUnreadable() throws Exception {
    Path fingerprint = taskRoot.resolve(".thaw/shop.Probe.fingerprint");
    Files.delete(fingerprint);
    Files.createDirectory(fingerprint);
    assertFallsBack("blue", fingerprint.toString());
  }

  @Test
  void fingerprintMissing() throws Exception {
    Path fingerprint = taskRoot.resolve(".thaw/shop.Probe.fingerprint");
    Files.delete(fingerprint);
    assertFallsBack("blue", fingerprint.toString());
  }

  @Test
  void fingerprintGarbled() throws Exception {
    Files.write(taskRoot.resolve(".thaw/shop.Probe.fingerprint"), new byte[] {0, -1, 10, 32, 10});
    assertFallsBack("blue", "it knows no layer");
  }

  @Test
  void libraryIsNoJar() throws Exception {
    Path broken = taskRoot.resolve("lib/zoo.jar");
    Files.writeString(broken, "no jar");
    assertFallsBack("blue", broken + " is not a jar");
  }

  @Test
  void taskRootMoved() throws Exception {
    Path moved = folder.resolve("moved");
    copy(taskRoot, moved);
    try (FunctionProcess function = Launch.of(moved, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("source shop.Probe"))
          .isEqualTo(moved.resolve("lib/shop.jar").toString());
      assertThat(warnings(function)).hasSize(1);
    }
  }

  /** New code in the same process, our classes from the layer's cache, and one line in the log. */
  private static void assertFallsBack(String version, String reason) throws Exception {
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo(version);
      assertThat(function.ask("pid")).isEqualTo(Long.toString(function.pid()));
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The function's cache is not used")
          .contains(reason)
          .endsWith("Run thaw-train anew.");
    }
    Path classes = Files.createTempDirectory(folder, "classes").resolve("loaded");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo(version);
    }
    LoadedClasses.in(classes)
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertNotFromCache("shop.Version");
  }

  private static List<String> warnings(FunctionProcess function) throws IOException {
    return function.log().stream().filter(line -> line.startsWith("WARN")).toList();
  }

  /** As another user, whose way to the files is opened. */
  private static Launch unprivileged(Launch launch) throws IOException {
    boolean installed = Files.isExecutable(Path.of("/usr/bin/setpriv"));
    if (!installed && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("setpriv is not installed: the unreadable cache was not tested");
    }
    assumeTrue(installed, "run by root, who may read anything, and setpriv is not installed");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return launch.as("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
  }

  /** As many bytes as before. */
  private static void garble() throws IOException {
    try (RandomAccessFile cache = new RandomAccessFile(cache().toFile(), "rw")) {
      cache.write(new byte[4096]);
    }
  }

  /** Without what the JVM itself says about the variable. */
  private static List<String> withoutNotice(FunctionProcess function) throws IOException {
    return function.log().stream().filter(line -> !line.startsWith("Picked up")).toList();
  }

  private static Map<String, byte[]> shop(String version) {
    return new TreeMap<>(Functions.compile(Map.of("blue", version), "Probe", "Version"));
  }

  private static Path cache() {
    return taskRoot.resolve(".thaw/shop.Probe.aot");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.toList()) {
        Path copied = to.resolve(from.relativize(file));
        Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
