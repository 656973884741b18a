import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder as {@code /opt} will be: launcher, JRE, jars and programs, not yet the cache.
 *
 * @param folder what becomes {@code /opt}
 */
record Layout(Path folder) {
  Path home() {
    return folder.resolve("thaw");
  }

  Path cache() {
    return home().resolve("cache/runtime.aot");
  }

  Path launcher() {
    return folder.resolve("bootstrap");
  }

  /** A jar that has not changed keeps its time, or the JVM would refuse the cache made with it. */
  void copyJars(Path jars, Path trainingJar) throws IOException {
    Path lib = home().resolve("lib");
    Map<Path, Path> wanted = new HashMap<>();
    try (Stream<Path> found = Files.list(jars)) {
      found.forEach(jar -> wanted.put(lib.resolve(jar.getFileName()), jar));
    }
    wanted.put(lib.resolve("training/thaw-training.jar"), trainingJar);
    Files.createDirectories(lib.resolve("training"));
    for (Path there : Folders.walk(lib)) {
      Path jar = wanted.get(there);
      if (jar == null && Files.isRegularFile(there)) {
        Files.delete(there);
      } else if (jar != null && Files.mismatch(jar, there) < 0) {
        wanted.remove(there);
      }
    }
    for (Map.Entry<Path, Path> jar : wanted.entrySet()) {
      Files.copy(jar.getValue(), jar.getKey(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Writes the launcher and the programs beside it.
   *
   * @return whether a cache made before no longer fits
   */
  boolean writeScripts(Path scripts, String build) throws IOException {
    String text = Files.readString(scripts.resolve("bootstrap")).replace("@BUILD@", build);
    boolean changed = !Files.exists(launcher()) || !Files.readString(launcher()).equals(text);
    if (changed) {
      Files.deleteIfExists(cache());
    }
    writeExecutable(launcher(), text);
    Path bin = Files.createDirectories(home().resolve("bin"));
    try (Stream<Path> found = Files.list(scripts)) {
      for (Path script :
          found.filter(file -> file.getFileName().toString().startsWith("thaw-")).toList()) {
        writeExecutable(bin.resolve(script.getFileName()), Files.readString(script));
      }
    }
    return changed || !Files.exists(cache());
  }

  /** Where all of it is from, for people and for thaw-doctor. */
  void writeRelease(Variant variant, JdkRelease jdk, TrustStore trust, String build)
      throws Exception {
    Map<String, String> lines = new java.util.TreeMap<>();
    lines.put("THAW_VERSION", System.getProperty("thaw.version", ""));
    lines.put("THAW_BUILD", build);
    lines.put("VARIANT", variant.name().isEmpty() ? "standard" : variant.name());
    lines.put("JRE_VENDOR", jdk.get("IMPLEMENTOR"));
    lines.put("JRE_VERSION", jdk.get("JAVA_RUNTIME_VERSION"));
    lines.put("JRE_MODULES", String.join(" ", variant.modules()));
    lines.put("ARCH", jdk.get("OS_ARCH"));
    lines.put("TRUST_STORE", trust.origin());
    lines.put("TRUST_STORE_SHA256", trust.sha256());
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append(name + "=\"" + value + "\"\n"));
    Path file = home().resolve("release");
    if (!Files.exists(file) || !Files.readString(file).contentEquals(text)) {
      Files.writeString(file, text);
    }
  }

  /** What a cache depends on: our jars, the launcher's flags and the JRE. */
  String build(Path scripts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(scripts.resolve("bootstrap")));
    List<Path> files = new ArrayList<>(List.of(home().resolve("jre/lib/modules")));
    try (Stream<Path> found = Files.list(home().resolve("lib"))) {
      files.addAll(found.filter(Files::isRegularFile).sorted().toList());
    }
    for (Path file : files) {
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void writeExecutable(Path file, String text) throws IOException {
    Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
    Files.writeString(written, text);
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
