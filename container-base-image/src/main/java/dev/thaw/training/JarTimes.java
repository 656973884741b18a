package dev.thaw.training;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One time for all jars of a function. A JVM from 25.0.4 on refuses a cache when the time of a jar
 * is another than at its making; on its way to Lambda a zip rounds times to two seconds and forgets
 * the zone, and image builders cut off fractions or whatever is later than a date. This time comes
 * through all of that: it is even, whole, and early.
 */
final class JarTimes {
  static final LocalDateTime LOCAL = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final FileTime TIME = FileTime.from(LOCAL.toInstant(ZoneOffset.UTC));

  private JarTimes() {}

  /**
   * Gives the jars in these folders the time.
   *
   * @return those that have another one and keep it, since they cannot be written
   */
  static List<Path> set(List<Path> folders) throws IOException {
    List<Path> kept = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
          for (Path jar : jars) {
            if (Files.isRegularFile(jar) && !set(jar)) {
              kept.add(jar);
            }
          }
        }
      }
    }
    kept.sort(null);
    return kept;
  }

  /** Gives one file the time; false if it keeps another. */
  static boolean set(Path file) throws IOException {
    if (Files.getLastModifiedTime(file).equals(TIME)) {
      return true;
    }
    try {
      Files.setLastModifiedTime(file, TIME);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
