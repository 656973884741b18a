package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Unpacks zips into one folder as Lambda does: the later ones overwrite. All of them are looked
 * through before a byte is written, and links are made last, so that nothing is written through
 * one.
 */
final class ZipUnpacking {
  private static final int MOST_LINK = 4096;

  private final Map<Path, Source> sources = new TreeMap<>();

  private record Source(ZipListing zip, ZipMember member) {}

  /** Adds a zip, over those that were added before. */
  void add(ZipListing zip, Path name) throws TrainingException {
    for (ZipMember member : zip.members()) {
      Path path;
      try {
        path = path(member);
      } catch (TrainingException e) {
        throw new TrainingException(name + " cannot be used: " + e.getMessage());
      }
      if (!path.toString().isEmpty()) {
        sources.put(path, new Source(zip, member));
      }
    }
  }

  /**
   * Where an entry goes, relative to the folder that the zip is unpacked to.
   *
   * @throws TrainingException if that would be somewhere else
   */
  static Path path(ZipMember member) throws TrainingException {
    String name = member.name();
    try {
      Path path = Path.of(name);
      boolean strange = path.isAbsolute() || name.indexOf('\\') >= 0;
      for (Path part : path) {
        strange |= part.toString().equals("..");
      }
      if (strange) {
        throw new TrainingException(
            "\"" + name + "\" leads out of the folder that it is unpacked to");
      }
      if (member.link() && path.startsWith(".thaw")) {
        throw new TrainingException(name + " is a link, where the cache will be written");
      }
      return path.normalize();
    } catch (InvalidPathException e) {
      throw new TrainingException("it has a name that cannot be one of a file");
    }
  }

  /** Writes everything, with its time, and its mode as far as the owner can still work with it. */
  void unpack(Path folder) throws IOException, TrainingException {
    try {
      for (Map.Entry<Path, Source> entry : sources.entrySet()) {
        ZipMember member = entry.getValue().member();
        Path file = folder.resolve(entry.getKey());
        if (member.folder()) {
          Files.createDirectories(file);
          Files.setPosixFilePermissions(file, permissions(member.permissions() | 0700));
        } else if (!member.link()) {
          Files.createDirectories(file.resolve("..").normalize());
          write(entry.getValue(), file);
          Files.setPosixFilePermissions(file, permissions(member.permissions() | 0600));
          Files.setLastModifiedTime(file, FileTime.fromMillis(member.time() * 1000));
        }
      }
      for (Map.Entry<Path, Source> entry : sources.entrySet()) {
        if (entry.getValue().member().link()) {
          link(entry.getValue(), folder.resolve(entry.getKey()));
        }
      }
    } catch (IOException e) {
      throw new TrainingException("The zips cannot be unpacked: " + e);
    }
  }

  private static void write(Source source, Path file) throws IOException {
    ZipMember member = source.member();
    CRC32 crc = new CRC32();
    long left = member.size();
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = source.zip().content(member);
        OutputStream out = Files.newOutputStream(file)) {
      for (int count; left >= 0 && (count = in.read(buffer)) >= 0; left -= count) {
        crc.update(buffer, 0, count);
        out.write(buffer, 0, count);
      }
    }
    if (left != 0 || (int) crc.getValue() != member.crc()) {
      throw new IOException(member.name() + " is broken");
    }
  }

  private static void link(Source source, Path link) throws IOException {
    try (InputStream in = source.zip().content(source.member())) {
      String target = new String(in.readNBytes(MOST_LINK), StandardCharsets.UTF_8);
      Files.createDirectories(link.resolve("..").normalize());
      Files.createSymbolicLink(link, Path.of(target));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    StringBuilder text = new StringBuilder("rwxrwxrwx");
    for (int i = 0; i < text.length(); i++) {
      if ((mode & 0400 >> i) == 0) {
        text.setCharAt(i, '-');
      }
    }
    return PosixFilePermissions.fromString(text.toString());
  }
}
