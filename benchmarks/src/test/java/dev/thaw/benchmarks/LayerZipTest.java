package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerZipTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-11-24T12:00:02Z"));

  @TempDir Path directory;

  @Test
  void modesAndTimesAreThoseInTheZip() throws Exception {
    Path zip = zip("thaw-layer-1-x86_64.zip");
    Path into = Files.createDirectory(directory.resolve("into"));

    LayerZip.unpack(zip, into);

    Path java = into.resolve("thaw/jre/bin/java");
    assertThat(java).hasContent("program");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(java)))
        .isEqualTo("rwxr-xr-x");
    assertThat(Files.getLastModifiedTime(java)).isEqualTo(TIME);
  }

  @Test
  void theUsualZipOfTheBuildIsFound() throws Exception {
    Path zip = zip("thaw-layer-1-x86_64.zip");
    zip("thaw-layer-1-temurin-25.0.3-x86_64.zip");
    zip("thaw-layer-full-1-x86_64.zip");

    assertThat(LayerZip.find(directory)).isEqualTo(zip);
  }

  @Test
  void aBuildWithoutZipSaysHowToMakeIt() {
    assertThatThrownBy(() -> LayerZip.find(directory))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("./mvnw package");
  }

  private Path zip(String name) throws Exception {
    Path zip = directory.resolve(name);
    Map<String, String> made = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), made)) {
      Path java = files.getPath("thaw/jre/bin/java");
      Files.createDirectories(java.getParent());
      Files.writeString(java, "program");
      Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setLastModifiedTime(java, TIME);
    }
    return zip;
  }
}
