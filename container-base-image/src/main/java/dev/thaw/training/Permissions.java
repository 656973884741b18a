package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may read a function's files. */
final class Permissions {
  private Permissions() {}

  /** A file or folder that not everybody may read; null if there is none. */
  static @Nullable Path unreadable(Path taskRoot) throws IOException {
    try (Stream<Path> walk = Files.walk(taskRoot)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        if (!file.startsWith(taskRoot.resolve(".thaw")) && !isReadableToAll(file)) {
          return file;
        }
      }
    }
    return null;
  }

  private static boolean isReadableToAll(Path file) throws IOException {
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS); // links have them all
    return permissions.contains(PosixFilePermission.OTHERS_READ)
        && (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
            || permissions.contains(PosixFilePermission.OTHERS_EXECUTE));
  }
}
