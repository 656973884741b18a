package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A function's zip after its training.
 *
 * @param zip what it was made from
 * @param task the folder that it was unpacked to, and trained in
 */
record FunctionZip(ZipListing zip, Path task) {
  private static final String CACHES = ".thaw/";

  /** What Lambda takes directly, without S3. */
  private static final long MOST_DIRECTLY = 52_428_800;

  private static final long TIME = JarTimes.LOCAL.toEpochSecond(ZoneOffset.UTC);

  /**
   * Writes it in place of the old one, which is there until the new one is whole.
   *
   * @param layers what the function's layers have, unzipped, in bytes
   */
  void replace(Path file, long layers) throws IOException, TrainingException {
    Path parent = file.resolveSibling("").toAbsolutePath();
    Path written = Files.createTempFile(parent, "thaw-train", ".zip");
    try {
      long size;
      try (ZipWriting out = new ZipWriting(written)) {
        write(out);
        out.finish(zip.comment());
        size = out.size();
      }
      Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(file));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      report(file, size, layers);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void write(ZipWriting out) throws IOException, TrainingException {
    Map<String, Path> caches = caches();
    boolean folder = false;
    for (ZipMember member : zip.members()) {
      Path path = task.resolve(ZipUnpacking.path(member));
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        continue; // a class that has moved into a jar, or its folder
      }
      boolean cache = member.name().startsWith(CACHES);
      folder |= member.name().equals(CACHES);
      if (cache && !member.folder() && !isUnchanged(member, path)) {
        continue;
      }
      caches.remove(member.name());
      out.copy(zip, member, newTime(member, path));
    }
    if (!folder) {
      out.addFolder(CACHES, TIME);
    }
    for (Map.Entry<String, Path> entry : caches.entrySet()) {
      boolean jar = entry.getKey().endsWith(".jar");
      out.addFile(entry.getKey(), entry.getValue(), jar ? time(entry.getValue()) : TIME);
    }
  }

  /** The files in the caches' folder by their names in the zip. */
  private Map<String, Path> caches() throws IOException {
    Map<String, Path> caches = new TreeMap<>();
    try (Stream<Path> files = Files.list(task.resolve(CACHES))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          caches.put(CACHES + file.getFileName(), file);
        }
      }
    }
    return caches;
  }

  /** The time that training has given to a jar, by which the JVM may know it; null for its own. */
  private static @Nullable Long newTime(ZipMember member, Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    long time = time(path);
    return time == member.time() ? null : (Long) time;
  }

  private static long time(Path file) throws IOException {
    return Math.floorDiv(Files.getLastModifiedTime(file).toMillis(), 1000L);
  }

  private static boolean isUnchanged(ZipMember member, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) != member.size()) {
      return false;
    }
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count; (count = in.read(buffer)) > 0; ) {
        crc.update(buffer, 0, count);
      }
    }
    return (int) crc.getValue() == member.crc();
  }

  private static void report(Path file, long size, long layers) throws IOException {
    long zipped = Files.size(file);
    System.out.println(
        "thaw-train: "
            + file
            + " holds it ("
            + zipped / 1024
            + " KB, "
            + (size + layers) / 1024
            + " KB unzipped with its layers)");
    for (String warning : warnings(zipped, size + layers)) {
      System.err.println("thaw-train: " + file + " " + warning);
    }
  }

  private static List<String> warnings(long zipped, long unzipped) {
    if (unzipped > ZipListing.MOST_BYTES) {
      return List.of("and its layers have more than the 250 MB that Lambda takes, unzipped");
    }
    return zipped > MOST_DIRECTLY
        ? List.of("has more than the 50 MB that Lambda takes directly: upload it to S3")
        : List.of();
  }
}
