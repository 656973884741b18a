package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Files that lie loose in a task root, as a shaded jar that was uploaded as a zip leaves them. The
 * JVM makes no cache of a folder, so classes move into a jar, {@code .thaw/classes.jar}; resources
 * are copied there too, since they must be found in the same order, and stay for code that opens
 * them as files.
 */
final class LooseFiles {
  private static final String JAR = "classes.jar";

  /** Any time will do: it must only be the same in every build. */
  private static final long TIME = 1_700_000_000_000L;

  private final Path taskRoot;

  LooseFiles(Path taskRoot) {
    this.taskRoot = taskRoot;
  }

  /** Packs what lies loose. What an earlier run packed, and is not there any more, is kept. */
  void pack() throws IOException {
    Map<String, Path> files = find();
    Path jar = taskRoot.resolve(".thaw").resolve(JAR);
    if (files.isEmpty()) {
      return;
    }
    Path written = Files.createTempFile(jar.getParent(), "classes", ".tmp");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
      Map<String, byte[]> packed = Files.exists(jar) ? earlierClasses(jar) : new TreeMap<>();
      packed.keySet().removeAll(files.keySet());
      // A manifest must be the first entry of a jar.
      for (String name : List.of("META-INF/MANIFEST.MF")) {
        Path manifest = files.remove(name);
        if (manifest != null) {
          add(out, name, Files.readAllBytes(manifest));
        }
      }
      for (var file : files.entrySet()) {
        add(out, file.getKey(), Files.readAllBytes(file.getValue()));
      }
      for (var entry : packed.entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    }
    // A temporary file is its owner's alone, and Lambda runs functions as another user.
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    for (Path file : files.values()) {
      if (file.toString().endsWith(".class")) {
        Files.delete(file);
        deleteEmptyParents(file);
      }
    }
  }

  private Map<String, Path> find() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(taskRoot)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        Path relative = taskRoot.relativize(file);
        String top = relative.getName(0).toString();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !top.equals("lib")
            && !top.equals(".thaw")) {
          files.put(relative.toString(), file);
        }
      }
    }
    return files;
  }

  private static Map<String, byte[]> earlierClasses(Path jar) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = zip.getInputStream(entry)) {
            classes.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return classes;
  }

  /** Stored rather than compressed: the jar is opened at start, and the layer's zip compresses. */
  private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTime(TIME);
    out.putNextEntry(entry);
    ((OutputStream) out).write(content);
    out.closeEntry();
  }

  private void deleteEmptyParents(Path file) throws IOException {
    Path folder = file.getParent();
    while (folder != null && !folder.equals(taskRoot)) {
      try (Stream<Path> left = Files.list(folder)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(folder);
      folder = folder.getParent();
    }
  }
}
