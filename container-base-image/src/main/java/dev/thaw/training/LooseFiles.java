package dev.thaw.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
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

  /**
   * Packs what lies loose. Classes that an earlier run has packed are kept.
   *
   * @return how much still lies loose, in bytes
   */
  long pack() throws IOException {
    Map<String, Path> classes = find();
    for (var file : List.copyOf(classes.entrySet())) {
      if (!isClass(file.getKey(), file.getValue())) {
        classes.remove(file.getKey());
      }
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
    Map<String, Path> resources = find();
    if (resources.isEmpty()) {
      Files.deleteIfExists(resourcesJar);
    } else {
      resources.keySet().removeIf(LooseFiles::isSignature);
      write(resourcesJar, resources, Map.of());
    }
    long size = 0;
    for (Path file : resources.values()) {
      size += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return size;
  }

  /** Those of a web application, say, lie elsewhere, and are opened as the files that they are. */
  private static boolean isClass(String name, Path file) throws IOException {
    if (!name.endsWith(CLASS)) {
      return false;
    }
    try {
      String own = ClassFile.of().parse(file).thisClass().asInternalName();
      return name.equals(own + CLASS);
    } catch (IllegalArgumentException e) {
      return false; // it is none
    }
  }

  /** Of a jar that went into a shaded one: it would have the JVM refuse all that we pack. */
  private static boolean isSignature(String name) {
    String file = name.toUpperCase(Locale.ROOT);
    return file.startsWith("META-INF/")
        && file.indexOf('/', "META-INF/".length()) < 0
        && (file.endsWith(".SF")
            || file.endsWith(".RSA")
            || file.endsWith(".DSA")
            || file.endsWith(".EC")
            || file.startsWith("META-INF/SIG-"));
  }

  private static void write(Path jar, Map<String, Path> files, Map<String, byte[]> earlier)
      throws IOException {
    Path written = Files.createTempFile(jar.getParent(), "loose", ".tmp");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
      for (String folder : folders(files.keySet(), earlier.keySet())) {
        add(out, folder, new byte[0]);
      }
      for (var file : files.entrySet()) {
        if (file.getKey().equals(JarFile.MANIFEST_NAME)) {
          add(out, file.getKey(), manifest(file.getValue()));
        } else if (!file.getKey().endsWith("/")) {
          add(out, file.getKey(), file.getValue());
        }
      }
      for (var entry : earlier.entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    }
    // A temporary file is its owner's alone, and Lambda runs functions as another user.
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Without what means something in a jar alone, and meant nothing where it lay. */
  private static byte[] manifest(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Manifest manifest = new Manifest(new ByteArrayInputStream(content));
    boolean changed = false;
    for (Attributes.Name name :
        List.of(Attributes.Name.MULTI_RELEASE, Attributes.Name.CLASS_PATH)) {
      changed |= manifest.getMainAttributes().remove(name) != null;
    }
    if (!changed) {
      return content;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  /** Those that the names are in, and names of folders themselves. */
  private static Set<String> folders(Set<String> files, Set<String> more) {
    Set<String> folders = new TreeSet<>();
    for (Set<String> names : List.of(files, more)) {
      for (String name : names) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
          folders.add(name.substring(0, slash + 1));
        }
      }
    }
    return folders;
  }

  /** Files and folders, which end with a slash: what is in a folder is asked for by its name. */
  private Map<String, Path> find() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    find(taskRoot, "", false, files);
    return files;
  }

  private void find(Path folder, String prefix, boolean linked, Map<String, Path> files)
      throws IOException {
    List<Path> children;
    try (Stream<Path> list = Files.list(folder)) {
      children = list.toList();
    }
    for (Path child : children) {
      String name = prefix + child.getFileName();
      if (name.equals("lib") || name.equals(".thaw")) {
        continue;
      }
      if (Files.isDirectory(child)) {
        boolean link = Files.isSymbolicLink(child);
        if (!link || (!linked && isInside(child, folder))) {
          files.put(name + "/", child);
          find(child, name + "/", linked || link, files);
        }
      } else if (Files.isRegularFile(child) && !(linked && name.endsWith(CLASS))) {
        files.put(name, child);
      }
    }
  }

  /** Whether a link leads to the function's own, and not back to where it stands. */
  private boolean isInside(Path link, Path folder) throws IOException {
    Path target = link.toRealPath();
    return target.startsWith(taskRoot.toRealPath()) && !folder.toRealPath().startsWith(target);
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
    begin(out, name, content.length, crc);
    ((OutputStream) out).write(content);
    out.closeEntry();
  }

  /** Read twice, since it may be larger than the memory: a model, for example. */
  private static void add(ZipOutputStream out, String name, Path file) throws IOException {
    CRC32 crc = new CRC32();
    long size;
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
      size = in.transferTo(OutputStream.nullOutputStream());
    }
    begin(out, name, size, crc);
    Files.copy(file, out);
    out.closeEntry();
  }

  private static void begin(ZipOutputStream out, String name, long size, CRC32 crc)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(JarTimes.LOCAL);
    out.putNextEntry(entry);
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
