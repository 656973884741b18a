package dev.thaw.runtime;

import java.io.File;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Jars that are on the class path since the manifest of another one names them: {@code Class-Path}.
 * To find them every manifest has to be read, which is done while the cache is made; later those of
 * then are looked at, for jars that have not changed name the same ones.
 */
final class ManifestJars {
  /** How their lines in a fingerprint begin. */
  private static final String LINE = "Class-Path jar ";

  private static final String FILE = "file";

  private ManifestJars() {}

  /** The lines of all that the function's jars name, and those name in turn. */
  static String find(String classPath, String ownPrefix) {
    Set<String> found = new LinkedHashSet<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && !entry.startsWith(ownPrefix)) {
        addNamed(new File(entry), found);
      }
    }
    StringBuilder lines = new StringBuilder();
    for (String jar : found) {
      add(jar, lines);
    }
    return lines.toString();
  }

  /** The lines of an earlier fingerprint, with what there is of those jars now. */
  static String again(String recorded) {
    StringBuilder lines = new StringBuilder();
    for (int at = recorded.indexOf('\n' + LINE); at >= 0; at = recorded.indexOf('\n' + LINE, at)) {
      int end = recorded.indexOf('\n', at + 1);
      String line = recorded.substring(at + 1, end < 0 ? recorded.length() : end);
      add(line.substring(LINE.length(), Math.max(LINE.length(), line.lastIndexOf(' '))), lines);
      at++;
    }
    return lines.toString();
  }

  private static void add(String jar, StringBuilder lines) {
    long sum;
    try {
      sum = JarDirectory.checksum(jar);
    } catch (IOException e) {
      sum = -1; // the JVM passes over it
    }
    lines.append(LINE).append(jar).append(' ').append(sum).append('\n');
  }

  private static void addNamed(File jar, Set<String> found) {
    String path;
    try (JarFile file = new JarFile(jar, false)) {
      Manifest manifest = file.getManifest();
      path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    } catch (IOException e) {
      return; // it is none, or is not there
    }
    if (path == null) {
      return;
    }
    for (String element : path.strip().split("\\s+", -1)) {
      File named;
      try {
        var uri = jar.toURI().resolve(element);
        if (!FILE.equals(uri.getScheme())) {
          continue;
        }
        named = new File(uri.getPath());
      } catch (IllegalArgumentException e) {
        continue; // no address: the JVM passes over it as well
      }
      if (!element.endsWith("/") && found.add(named.getPath())) {
        addNamed(named, found);
      }
    }
  }
}
