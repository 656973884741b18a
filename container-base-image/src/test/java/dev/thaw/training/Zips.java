package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zips of functions as various tools make them, read by the JDK, which is none of ours. */
final class Zips {
  private Zips() {}

  /** As Maven's shade plugin and Gradle do: by Java, without modes. */
  static Path java(Path zip, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(1_700_000_000_000L);
        out.putNextEntry(entry);
        out.write(file.getValue(), 0, file.getValue().length);
      }
    }
    return zip;
  }

  /** As {@code zip -r}, with links as such. */
  static Path zip(Path zip, Path folder) throws Exception {
    Programs.run(folder, Map.of(), "zip", "-q", "-r", "-y", zip.toString(), ".");
    return zip;
  }

  /** As a script in Python, without extended timestamps. */
  static Path python(Path zip, Path folder) throws Exception {
    String script =
        """
        import os, sys, zipfile
        with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as zip:
          for folder, _, files in os.walk('.'):
            for file in files:
              path = os.path.normpath(os.path.join(folder, file))
              zip.write(path, path)
        """;
    Programs.run(folder, Map.of(), "python3", "-c", script, zip.toString());
    return zip;
  }

  /** Unpacks as Lambda does, by another program than ours. */
  static Path unpack(Path zip, Path folder, String zone) throws Exception {
    Files.createDirectories(folder);
    Programs.run(folder, Map.of("TZ", zone), "unzip", "-q", "-o", zip.toString());
    return folder;
  }

  /** For each entry what the central directory says of it. */
  static Map<String, String> entries(Path zip) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (FileSystem files =
            FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> walk = Files.walk(files.getPath("/"))) {
      for (Path file : walk.skip(1).toList()) {
        var posix = Files.readAttributes(file, PosixFileAttributes.class);
        entries.put(
            file.toString().substring(1),
            PosixFilePermissions.toString(posix.permissions())
                + " "
                + posix.lastModifiedTime()
                + " "
                + Files.getAttribute(file, "zip:compressedSize")
                + " "
                + Files.getAttribute(file, "zip:crc"));
      }
    }
    return entries;
  }

  /** The names as they follow one another. */
  static List<String> names(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return Collections.list(file.entries()).stream().map(ZipEntry::getName).toList();
    }
  }

  /** Reads every entry to its end, comparing the sum; returns one of them. */
  static byte[] content(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile());
        InputStream in = file.getInputStream(file.getEntry(name))) {
      return in.readAllBytes();
    }
  }
}
