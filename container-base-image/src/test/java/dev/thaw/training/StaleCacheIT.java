package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of other files never runs old code: the layer's serves, and one line says why. */
class StaleCacheIT {
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

  @Test
  void cacheFitsWhereNothingHasChanged() throws Exception {
    probe.assertFits();
  }

  @Test
  void jarOfTheSameSizeAndTime() throws Exception {
    long size = Files.size(probe.jar());
    var time = Files.getLastModifiedTime(probe.jar());
    Functions.jar(probe.jar(), TrainedProbe.shop("teal"));
    Files.setLastModifiedTime(probe.jar(), time);
    assertThat(Files.size(probe.jar())).isEqualTo(size);

    probe.assertFallsBack("teal", "jar " + probe.jar() + " has changed");
  }

  /** The class path has it since the manifest of a jar names it. */
  @Test
  void jarReplacedThatAManifestNames() throws Exception {
    Path root = folder.resolve("manifest");
    Path named = root.resolve("lib/more/version.jar");
    Map<String, byte[]> probe = new TreeMap<>(Functions.compile("Probe", "Version"));
    probe.remove("shop/Version.class");
    probe.putAll(
        Functions.text(
            "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: more/version.jar\n\n"));
    Functions.jar(root.resolve("lib/probe.jar"), probe);
    Functions.jar(named, version("blue"));
    ThawTrain.succeeding(root, "shop.Probe", folder.resolve("event.json").toString());
    try (FunctionProcess function = Launch.of(root, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log()).isEmpty();
    }
    Functions.jar(named, version("teal"));
    assertFallsBackIn(root, named + " has changed");
  }

  /** An executable jar: what it says of itself counts from the end of the script. */
  @Test
  void jarReplacedThatBeginsWithAScript() throws Exception {
    Path root = folder.resolve("script");
    Path library = root.resolve("lib/version.jar");
    Map<String, byte[]> probe = new TreeMap<>(Functions.compile("Probe", "Version"));
    probe.remove("shop/Version.class");
    Functions.jar(root.resolve("lib/probe.jar"), probe);
    scripted(library, version("blue"));
    ThawTrain.succeeding(root, "shop.Probe", folder.resolve("event.json").toString());
    scripted(library, version("teal"));
    assertFallsBackIn(root, library + " has changed");
  }

  private static void assertFallsBackIn(Path root, String reason) throws Exception {
    try (FunctionProcess function = Launch.of(root, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("teal");
      assertThat(function.log()).singleElement().asString().contains(reason);
    }
  }

  private static Map<String, byte[]> version(String version) {
    return Functions.compile(Map.of("blue", version), "Version");
  }

  private static void scripted(Path jar, Map<String, byte[]> entries) throws IOException {
    Functions.jar(jar, entries);
    byte[] bytes = Files.readAllBytes(jar);
    byte[] whole = new byte[4096 + bytes.length];
    System.arraycopy(bytes, 0, whole, 4096, bytes.length);
    Files.write(jar, whole);
  }

  @Test
  void jarAdded() throws Exception {
    Path added = probe.taskRoot().resolve("lib/added.jar");
    Functions.jar(added, TrainedProbe.shop("teal"));
    probe.assertFallsBack("teal", "it knows no jar " + added);
  }

  @Test
  void jarAddedBehindAllOthers() throws Exception {
    Path added = probe.taskRoot().resolve("lib/zoo.jar");
    Functions.jar(added, Functions.text("zoo.txt", "zoo"));
    probe.assertFallsBack("blue", "it knows no jar " + added);
  }

  @Test
  void jarRemoved() throws Exception {
    Path unused = probe.taskRoot().resolve("lib/unused.jar");
    Files.delete(unused);
    probe.assertFallsBack("blue", "jar " + unused + " is gone");
  }

  @Test
  void classAddedLoose() throws Exception {
    Functions.loose(probe.taskRoot(), Functions.compile(Map.of("blue", "teal"), "Version"));
    probe.assertFallsBack("teal", "it knows no file shop/Version.class");
  }

  @Test
  void looseResourceChanged() throws Exception {
    Functions.loose(probe.taskRoot(), Functions.text("settings.txt", "new"));
    try (FunctionProcess function = probe.launch().start()) {
      assertThat(function.ask("resource settings.txt")).isEqualTo("new");
    }
    probe.assertFallsBack("blue", "file settings.txt has changed");
  }

  @Test
  void looseResourceRemoved() throws Exception {
    Files.delete(probe.taskRoot().resolve("settings.txt"));
    try (FunctionProcess function = probe.launch().start()) {
      assertThat(function.ask("resource settings.txt")).isEqualTo("none");
    }
    probe.assertFallsBack("blue", "file settings.txt is gone");
  }

  @Test
  void layerRebuilt() throws Exception {
    Path fingerprint = probe.fingerprint();
    String text = Files.readString(fingerprint);
    assertThat(text).startsWith("layer ");
    Files.writeString(fingerprint, text.replaceFirst("layer .*", "layer 0123456789abcdef"));
    probe.assertFallsBack("blue", "layer has changed");
  }

  @Test
  void cacheTruncated() throws Exception {
    try (RandomAccessFile cache = new RandomAccessFile(probe.cache().toFile(), "rw")) {
      cache.setLength(cache.length() / 2);
    }
    probe.assertFallsBack("blue", "cache has changed");
  }

  @Test
  void cacheEmpty() throws Exception {
    Files.write(probe.cache(), new byte[0]);
    probe.assertFallsBack("blue", "cache has changed");
  }

  /** Until 25.0.3 the JVM looks at no time; later it refuses the cache, and that is said. */
  @Test
  void jarTouched() throws Exception {
    Files.setLastModifiedTime(probe.jar(), FileTime.fromMillis(1_600_000_000_000L));
    if (Runtime.version().compareTo(Runtime.Version.parse("25.0.4")) < 0) {
      probe.assertFits();
    } else {
      probe.assertFallsBack("blue", "a jar has another time");
    }
  }

  /** By the order of names, which is that of the class path. */
  @Test
  void jarsReordered() throws Exception {
    Path renamed = probe.taskRoot().resolve("lib/zoo.jar");
    Files.move(probe.jar(), renamed);
    probe.assertFallsBack("blue", "it knows no jar " + renamed);
  }

  @Test
  void cacheUnreadable() throws Exception {
    Files.setPosixFilePermissions(probe.cache(), Set.of());
    Launch launch = probe.launch();
    if (Files.isReadable(probe.cache())) { // by root, whom no permission keeps out
      launch = unprivileged(launch);
    }
    try (FunctionProcess function = launch.start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The function's cache is not used")
          .contains(probe.cache() + " cannot be read");
    }
  }

  @Test
  void fingerprintUnreadable() throws Exception {
    Path fingerprint = probe.fingerprint();
    Files.delete(fingerprint);
    Files.createDirectory(fingerprint);
    probe.assertFallsBack("blue", fingerprint.toString());
  }

  @Test
  void fingerprintMissing() throws Exception {
    Path fingerprint = probe.fingerprint();
    Files.delete(fingerprint);
    probe.assertFallsBack("blue", fingerprint.toString());
  }

  @Test
  void fingerprintGarbled() throws Exception {
    Files.write(probe.fingerprint(), new byte[] {0, -1, 10, 32, 10});
    probe.assertFallsBack("blue", "it knows no layer");
  }

  @Test
  void libraryIsNoJar() throws Exception {
    Path broken = probe.taskRoot().resolve("lib/zoo.jar");
    Files.writeString(broken, "no jar");
    probe.assertFallsBack("blue", broken + " is not a jar");
  }

  @Test
  void taskRootMoved() throws Exception {
    Path moved = folder.resolve("moved");
    TrainedProbe.copy(probe.taskRoot(), moved);
    try (FunctionProcess function = Launch.of(moved, TrainedProbe.HANDLER).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("source shop.Probe"))
          .isEqualTo(moved.resolve("lib/shop.jar").toString());
      assertThat(TrainedProbe.warnings(function)).hasSize(1);
    }
  }

  /** As another user, whose way to the files is opened. */
  private static Launch unprivileged(Launch launch) throws IOException {
    String setpriv = Programs.find("setpriv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return launch.as(setpriv, "--reuid=65534", "--regid=65534", "--clear-groups");
  }
}
