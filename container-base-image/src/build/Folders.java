import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and what is in them, handled as one. */
final class Folders {
  /**
   * The time of every file in the layer. Zips store times in steps of two seconds, from 1980 on and
   * without a zone: this one gets through all of them, a day's shift by the zone included.
   */
  static final FileTime TIME = FileTime.from(Instant.parse("1980-02-01T00:00:00Z"));

  private Folders() {}

  /** All paths below a folder, in the same order on every machine, folders before their files. */
  static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> !path.equals(folder))
          .sorted(Comparator.comparing(path -> folder.relativize(path).toString()))
          .toList();
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : walk(folder).reversed()) {
        Files.delete(path);
      }
      Files.delete(folder);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path path : walk(from)) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Whatever the builder's umask and clock: anyone may read, nobody needs to write. */
  static void normalize(Path folder) throws IOException {
    for (Path path : walk(folder).reversed()) {
      boolean open = Files.isDirectory(path) || Files.isExecutable(path);
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
      Files.setLastModifiedTime(path, TIME);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(folder, TIME);
  }

  /** The bytes of all files. */
  static long size(Path folder) throws IOException {
    long size = 0;
    for (Path path : walk(folder)) {
      size += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return size;
  }
}
