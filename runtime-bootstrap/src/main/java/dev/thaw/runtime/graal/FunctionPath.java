package dev.thaw.runtime.graal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The function's own part of the class path: all but the runtime's jars, which stand in front and
 * are told by a class that each holds. A jar that holds a handler is the function's in any case.
 */
final class FunctionPath {
  private static final String[] RUNTIMES = {
    "dev/thaw/runtime/Bootstrap.class",
    "dev/thaw/handler/Handler.class",
    "dev/thaw/codec/Codec.class",
    "com/amazonaws/services/lambda/runtime/Context.class",
    "com/amazonaws/services/lambda/runtime/events/SQSEvent.class",
    "org/joda/time/DateTime.class",
    "com/fasterxml/jackson/annotation/JsonProperty.class",
    "org/jspecify/annotations/Nullable.class",
  };

  private final Set<String> files = new TreeSet<>();
  private final List<Path> elements = new ArrayList<>();

  private FunctionPath() {}

  /**
   * Reads it.
   *
   * @param classPath jars and folders
   * @param handlers the classes of the handlers
   */
  static FunctionPath of(List<Path> classPath, Collection<Class<?>> handlers) throws IOException {
    FunctionPath path = new FunctionPath();
    boolean[] seen = new boolean[RUNTIMES.length];
    for (Path element : classPath) {
      Set<String> names = names(element);
      if (!isRuntimes(names, seen) || holdsAny(names, handlers)) {
        path.elements.add(element);
        path.files.addAll(names);
      }
    }
    return path;
  }

  private static boolean isRuntimes(Set<String> names, boolean[] seen) {
    boolean found = false;
    for (int i = 0; i < RUNTIMES.length; i++) {
      if (!seen[i] && names.contains(RUNTIMES[i])) {
        seen[i] = true;
        found = true;
      }
    }
    return found;
  }

  private static boolean holdsAny(Set<String> names, Collection<Class<?>> types) {
    for (Class<?> type : types) {
      if (names.contains(type.getName().replace('.', '/') + ".class")) {
        return true;
      }
    }
    return false;
  }

  /** A task root is a folder, too: caches, executables and jars lie in it, but are none of it. */
  private static Set<String> names(Path element) throws IOException {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(element)) {
      Files.walkFileTree(
          element,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(element.resolve(".thaw"))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!isLibrary(file)) {
                names.add(element.relativize(file).toString());
              }
              return FileVisitResult.CONTINUE;
            }

            private boolean isLibrary(Path file) {
              return element.resolve("lib").equals(file.getParent())
                  && file.toString().endsWith(".jar");
            }
          });
    } else if (Files.isRegularFile(element)) {
      try (ZipFile jar = new ZipFile(element.toFile())) {
        for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          if (!entry.isDirectory()) {
            names.add(entry.getName());
          }
        }
      }
    }
    return names;
  }

  /** The names of its classes. */
  List<String> classes() {
    List<String> classes = new ArrayList<>();
    for (String file : files) {
      if (file.endsWith(".class") && !file.startsWith("META-INF/") && !file.contains("-info")) {
        classes.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
      }
    }
    return classes;
  }

  boolean holds(String className) {
    return files.contains(className.replace('.', '/') + ".class");
  }

  /** What the function may load as a resource: all but classes and what describes the jars. */
  List<String> resources() {
    List<String> resources = new ArrayList<>();
    for (String file : files) {
      if (!file.endsWith(".class") && !describesJar(file)) {
        resources.add(file);
      }
    }
    return resources;
  }

  private static boolean describesJar(String file) {
    if (!file.startsWith("META-INF/")) {
      return false;
    }
    String name = file.substring("META-INF/".length());
    return name.equals("MANIFEST.MF")
        || name.equals("INDEX.LIST")
        || name.endsWith(".SF")
        || name.endsWith(".RSA")
        || name.endsWith(".DSA")
        || name.endsWith(".EC")
        || name.startsWith("maven/")
        || name.startsWith("native-image/")
        || name.startsWith("versions/");
  }

  /** The bytes of one of its classes. */
  static byte[] bytes(String className, ClassLoader loader) throws IOException {
    try (InputStream file = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new IOException("There is no class " + className);
      }
      return file.readAllBytes();
    }
  }
}
