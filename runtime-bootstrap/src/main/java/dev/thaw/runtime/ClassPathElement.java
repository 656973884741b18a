package dev.thaw.runtime;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A jar or a folder on the class path, as {@link ClassPath} tells of it. */
final class ClassPathElement {
  private static final String POM = "/pom.properties";

  private final File file;
  private final @Nullable JarFile jar;
  private final boolean own;

  private ClassPathElement(File file, @Nullable JarFile jar, boolean own) {
    this.file = file;
    this.jar = jar;
    this.own = own;
  }

  /** Null if there is nothing that could hold a class. */
  static @Nullable ClassPathElement open(String name, boolean own) {
    File file = new File(name);
    if (name.isEmpty() || file.isDirectory()) {
      return new ClassPathElement(file, null, own);
    }
    try {
      return new ClassPathElement(file, new JarFile(file, false), own);
    } catch (IOException e) {
      return null; // the JVM, too, passes over it
    }
  }

  /** Whether it stands in the runtime's own lib/. */
  boolean own() {
    return own;
  }

  /** Whether it holds a file, or a folder if the path ends with a slash. */
  boolean has(String path) {
    return jar == null ? new File(file, path).exists() : jar.getEntry(path) != null;
  }

  /** The paths of the classes in a jar; empty for a folder. */
  List<String> classes() {
    List<String> classes = new ArrayList<>();
    if (jar != null) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
          classes.add(name);
        }
      }
    }
    return classes;
  }

  /** {@code jackson-annotations} for {@code jackson-annotations-2.22.jar}. */
  String artifact() {
    String name = baseName();
    int version = versionStart(name);
    return version < 0 ? name : name.substring(0, version - 1);
  }

  private String baseName() {
    String name = file.getName();
    return name.endsWith(".jar") ? name.substring(0, name.length() - 4) : name;
  }

  private static int versionStart(String name) {
    for (int i = 1; i < name.length(); i++) {
      if (name.charAt(i - 1) == '-' && name.charAt(i) >= '0' && name.charAt(i) <= '9') {
        return i;
      }
    }
    return -1;
  }

  /** As the origin of a class: {@code jackson-annotations-2.22 of the runtime}. */
  String described() {
    if (!own) {
      return file.getPath();
    }
    String version = versionStart(baseName()) < 0 ? version(artifact()) : null;
    return baseName() + (version == null ? "" : "-" + version) + " of the runtime";
  }

  /** As one that a function brings, with the version of a library that is packed into it. */
  String brought(String artifact) {
    String version =
        artifact().equals(artifact) && versionStart(baseName()) >= 0 ? null : version(artifact);
    return (jar == null ? file.getPath() : file.getName())
        + (version == null ? "" : " (" + artifact + "-" + version + ")");
  }

  /** What Maven has written into the jar, or else its manifest says. */
  @Nullable String version(String artifact) {
    String pom = "/" + artifact + POM;
    try {
      if (jar == null) {
        return folderVersion(pom);
      }
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().startsWith("META-INF/maven/") && entry.getName().endsWith(pom)) {
          try (InputStream in = jar.getInputStream(entry)) {
            return version(in);
          }
        }
      }
      Manifest manifest = artifact().equals(artifact) ? jar.getManifest() : null;
      return manifest == null
          ? null
          : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    } catch (IOException e) {
      return null; // it is named without a version
    }
  }

  /** A shaded jar that was unpacked keeps what Maven wrote into those that went into it. */
  private @Nullable String folderVersion(String pom) throws IOException {
    File[] groups = new File(file, "META-INF/maven").listFiles();
    if (groups != null) {
      for (File group : groups) {
        File properties = new File(group.getPath() + pom);
        if (properties.isFile()) {
          try (InputStream in = new FileInputStream(properties)) {
            return version(in);
          }
        }
      }
    }
    return null;
  }

  private static @Nullable String version(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(in);
    return properties.getProperty("version");
  }

  void close() {
    if (jar != null) {
      try {
        jar.close();
      } catch (IOException e) {
        // Nothing was written to it.
      }
    }
  }
}
