package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The files of one cache, which are good only together.
 *
 * @param cache the AOT cache; the others stand beside it
 */
record CacheFiles(Path cache) {

  /**
   * Those of a function, by the name that the launcher looks for: the JVM takes no colon in it.
   *
   * @param handler for example {@code shop.Orders::handle}
   */
  static CacheFiles of(Path taskRoot, String handler) {
    return new CacheFiles(taskRoot.resolve(".thaw").resolve(handler.replace(':', '.') + ".aot"));
  }

  /** What the cache was made from, as the runtime compares it. */
  Path fingerprint() {
    String name = cache.getFileName().toString();
    return cache.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".fingerprint");
  }

  /** Deletes them, with what the JVM leaves beside them when it is killed. */
  void delete() throws IOException {
    Files.deleteIfExists(fingerprint()); // first: without it no cache is used
    Files.deleteIfExists(cache);
    Files.deleteIfExists(configuration());
  }

  /** Whether the JVM has begun to write; it makes sure of an empty file when it starts. */
  boolean isBegun() {
    return configuration().toFile().length() > 0 || cache.toFile().length() > 0;
  }

  private Path configuration() {
    return cache.resolveSibling(cache.getFileName() + ".config");
  }

  /**
   * Completes the fingerprint, and opens the folder to all: Lambda runs functions as a user of its
   * own, whoever built them and with whatever umask.
   */
  void publish() throws IOException, TrainingException {
    if (!Files.exists(fingerprint())) { // the runtime has said why
      delete();
      throw new TrainingException("No cache was made, since it would never be used");
    }
    String line = "cache " + Files.size(cache) + "\n";
    Files.writeString(fingerprint(), line, StandardOpenOption.APPEND);
    Path folder = cache.resolveSibling("");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        JarTimes.set(file);
      }
    }
  }
}
