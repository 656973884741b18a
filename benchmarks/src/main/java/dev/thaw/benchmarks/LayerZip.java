package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The layer as it is uploaded, unpacked as Lambda does it: with the modes and times in the zip. */
final class LayerZip {
  private LayerZip() {}

  /**
   * The zip that the build made.
   *
   * @param target the build directory of container-base-image
   * @throws MeasurementException if there is none
   */
  static Path find(Path target) throws IOException, MeasurementException {
    Path found = null;
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> zips = Files.newDirectoryStream(target, "thaw-layer-[0-9]*.zip")) {
        for (Path zip : zips) {
          // A copy of it has a longer name, which tells the JRE.
          if (found == null || zip.toString().length() < found.toString().length()) {
            found = zip;
          }
        }
      }
    }
    if (found == null) {
      throw new MeasurementException(
          target + " holds no thaw-layer-*.zip, which ./mvnw package makes; --layer names one",
          null);
    }
    return found;
  }

  /**
   * @param into an empty folder
   */
  static void unpack(Path zip, Path into) throws IOException {
    Map<String, String> withModes = Map.of("enablePosixFileAttributes", "true");
    try (FileSystem files = FileSystems.newFileSystem(zip, withModes)) {
      Path root = files.getRootDirectories().iterator().next();
      try (Stream<Path> walk = Files.walk(root)) {
        for (Path entry : (Iterable<Path>) walk::iterator) {
          Path file = into.resolve(root.relativize(entry).toString()).normalize();
          if (!file.startsWith(into)) {
            throw new IOException(zip + " holds " + entry);
          }
          if (Files.isDirectory(entry)) {
            Files.createDirectories(file);
          } else {
            copy(entry, file);
          }
        }
      }
    }
  }

  private static void copy(Path entry, Path file) throws IOException {
    Files.copy(entry, file);
    Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
    Files.setLastModifiedTime(file, Files.getLastModifiedTime(entry));
  }
}
