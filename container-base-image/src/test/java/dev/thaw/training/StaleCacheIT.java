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
