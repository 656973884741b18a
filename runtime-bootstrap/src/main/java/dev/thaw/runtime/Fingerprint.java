package dev.thaw.runtime;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What a function's cache was made from, a line for each thing: the layer, the cache itself, every
 * jar by its content and every file that lies loose in the task root. Lines that are equal mean a
 * cache that fits.
 */
final class Fingerprint {
  private static final String FOLDER = ".thaw";
  private static final String LIBRARIES = "lib";

  private Fingerprint() {}

  /**
   * Takes a fingerprint.
   *
   * @param build the layer's own identity: its jars and its JRE
   * @param classPath of the process
   * @param ownPrefix how the paths of the layer's jars begin, which {@code build} stands for
   * @param taskRoot the function's folder
   * @param named lines of the jars that manifests name, see {@link ManifestJars}
   * @throws IOException if a jar cannot be read or is none
   */
  static byte[] of(String build, String classPath, String ownPrefix, String taskRoot, String named)
      throws IOException {
    StringBuilder lines = new StringBuilder(512);
    lines.append("layer ").append(build).append('\n');
    for (int start = 0; start < classPath.length(); ) {
      int colon = classPath.indexOf(File.pathSeparatorChar, start);
      int end = colon < 0 ? classPath.length() : colon;
      String entry = classPath.substring(start, end);
      if (entry.endsWith(".jar") && !entry.startsWith(ownPrefix)) {
        long sum = JarDirectory.checksum(entry);
        lines.append("jar ").append(entry).append(' ').append(sum).append('\n');
      }
      start = end + 1;
    }
    lines.append(named);
    addLoose(new File(taskRoot), "", lines);
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Adds the cache itself, which is there only when the training has ended.
   *
   * @param length in bytes, which tells a truncated one
   */
  static byte[] withCache(byte[] fingerprint, long length) {
    byte[] line = ("cache " + length + '\n').getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(fingerprint, fingerprint.length + line.length);
    System.arraycopy(line, 0, whole, fingerprint.length, line.length);
    return whole;
  }

  /** What differs between two fingerprints, in words; they must not be equal. */
  static String difference(byte[] expected, byte[] actual) {
    Map<String, String> then = sums(expected);
    Map<String, String> now = sums(actual);
    for (Map.Entry<String, String> entry : now.entrySet()) {
      String sum = then.get(entry.getKey());
      if (sum == null) {
        return "it knows no " + entry.getKey();
      }
      if (!sum.equals(entry.getValue())) {
        return entry.getKey() + " has changed";
      }
    }
    for (String thing : then.keySet()) {
      if (!now.containsKey(thing)) {
        return thing + " is gone";
      }
    }
    return "the order of the class path has changed";
  }

  /** For each thing, which may have spaces in its name, what stands behind the last one. */
  private static Map<String, String> sums(byte[] fingerprint) {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : new String(fingerprint, StandardCharsets.UTF_8).split("\n", -1)) {
      int space = line.lastIndexOf(' ');
      sums.put(line.substring(0, Math.max(space, 0)), line.substring(space + 1));
    }
    return sums;
  }

  /** Adds every file except the libraries, which stand on the class path, and our own folder. */
  private static void addLoose(File folder, String path, StringBuilder lines) throws IOException {
    String[] names = folder.list();
    if (names == null) {
      return;
    }
    Arrays.sort(names);
    for (String name : names) {
      if (path.isEmpty() && (name.equals(LIBRARIES) || name.equals(FOLDER))) {
        continue;
      }
      File file = new File(folder, name);
      if (file.isDirectory() && Files.isSymbolicLink(file.toPath())) {
        // What it leads to counts where it lies; outside of the task root it is not in the cache.
        int target = Files.readSymbolicLink(file.toPath()).hashCode();
        lines.append("link ").append(path).append(name).append(' ').append(target).append('\n');
      } else if (file.isDirectory()) {
        addLoose(file, path + name + '/', lines);
      } else {
        lines.append("file ").append(path).append(name).append(' ');
        lines.append(file.exists() ? checksum(file) : -1).append('\n'); // a link to nowhere
      }
    }
  }

  private static long checksum(File file) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[8192];
    try (InputStream in = new FileInputStream(file)) {
      for (int count; (count = in.read(buffer)) > 0; ) {
        crc.update(buffer, 0, count);
      }
    }
    return crc.getValue();
  }
}
