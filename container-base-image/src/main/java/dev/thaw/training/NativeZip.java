package dev.thaw.training;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The zip of a native function: {@code bootstrap}, and the libraries beside it if there are any.
 * The same executable makes the same zip.
 */
final class NativeZip {
  /** The earliest that a zip can say in any time zone. */
  private static final FileTime TIME = FileTime.from(Instant.parse("1980-02-01T00:00:00Z"));

  private NativeZip() {}

  /**
   * Writes the zip.
   *
   * @param arguments the folder that {@code thaw-native} built, and the zip's name
   */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Path zip = Path.of(arguments[1]).toAbsolutePath();
    try {
      write(folder, zip);
      System.out.println("Wrote " + zip + ", " + Files.size(zip) + " bytes");
    } catch (IOException e) {
      System.err.println("thaw-native: " + zip + " cannot be written: " + e);
      System.exit(1);
    }
  }

  private static void write(Path folder, Path zip) throws IOException {
    Path written = Files.createTempFile(zip.getParent(), "thaw", ".zip");
    Files.delete(written); // it must be made as a zip
    try (FileSystem files =
        FileSystems.newFileSystem(
            URI.create("jar:" + written.toUri()),
            Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
      for (Path file : members(folder)) {
        add(file, files.getPath(folder.relativize(file).toString()));
      }
    }
    Files.move(written, zip, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> members(Path folder) throws IOException {
    try (Stream<Path> libraries = Files.walk(folder)) {
      return libraries
          .filter(Files::isRegularFile)
          .filter(file -> isMember(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  /** Besides, the builder may leave symbols and reports. */
  private static boolean isMember(Path file) {
    return file.equals(Path.of("bootstrap"))
        || (file.startsWith("lib") && file.toString().endsWith(".so"));
  }

  private static void add(Path file, Path member) throws IOException {
    if (member.getParent() != null) {
      Files.createDirectories(member.getParent());
    }
    Files.copy(file, member);
    Files.setPosixFilePermissions(member, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(member, TIME);
  }
}
