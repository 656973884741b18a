package dev.thaw.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Files that lie loose in a task root, as a shaded jar that was uploaded as a zip leaves them. The
 * JVM makes no cache of a folder, so classes move into a jar, {@code .thaw/classes.jar}. Resources
 * are copied into {@code .thaw/resources.jar}, which stands on the class path only together with
 * the cache: they must be found in the same order, and stay for code that opens them as files.
 */
final class LooseFiles {
  private static final String CLASS = ".class";

  private final Path taskRoot;
  private final Path classesJar;
  private final Path resourcesJar;

  LooseFiles(Path taskRoot) {
    this.taskRoot = taskRoot;
    this.classesJar = taskRoot.resolve(".thaw/classes.jar");
    this.resourcesJar = taskRoot.resolve(".thaw/resources.jar");
  }

  /** Packs what lies loose. Classes that an earlier run has packed are kept. */
  void pack() throws IOException {
    Map<String, Path> classes = find();
    Map<String, Path> resources = new TreeMap<>(classes);
    classes.keySet().removeIf(name -> !name.endsWith(CLASS));
    resources.keySet().removeAll(classes.keySet());
    if (resources.isEmpty()) {
      Files.deleteIfExists(resourcesJar);
    } else {
      write(resourcesJar, resources, Map.of());
    }
    if (!classes.isEmpty()) {
      Map<String, byte[]> earlier = earlierClasses();
      earlier.keySet().removeAll(classes.keySet());
      write(classesJar, classes, earlier);
    }
    for (Path file : classes.values()) {
      Files.delete(file);
      deleteEmptyParents(file);
    }
  }

  private static void write(Path jar, Map<String, Path> files, Map<String, byte[]> earlier)
      throws IOException {
    Path written = Files.createTempFile(jar.getParent(), "loose", ".tmp");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
      for (var file : files.entrySet()) {
        add(out, file.getKey(), Files.readAllBytes(file.getValue()));
      }
      for (var entry : earlier.entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    }
    // A temporary file is its owner's alone, and Lambda runs functions as another user.
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

  private Map<String, byte[]> earlierClasses() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    if (!Files.exists(classesJar)) {
      return classes;
    }
    try (ZipFile zip = new ZipFile(classesJar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (entry.getName().endsWith(CLASS)) {
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
    entry.setTimeLocal(JarTimes.LOCAL);
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
