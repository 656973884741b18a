import java.io.IOException;
import java.io.InputStream;
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
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Lays out what layer and image hold under {@code /opt}: launcher, JRE, jars and the cache of our
 * jars. The JRE and the cache, which take seconds, are made only when what they depend on has
 * changed.
 */
final class Assemble {
  /** What functions and the libraries that they use need; of java.desktop only java.beans. */
  private static final String MODULES =
      String.join(
          ",",
          "java.base",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.jfr",
          "jdk.management",
          "jdk.management.agent",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  /** Left to the launcher's system property, which counts only where the file says nothing. */
  private static final String NEGATIVE_TTL = "networkaddress.cache.negative.ttl=10";

  private final Path scripts;
  private final Path jars;
  private final Path trainingJar;
  private final Path layer;
  private final Path home;

  private Assemble(Path scripts, Path jars, Path trainingJar, Path layer) {
    this.scripts = scripts;
    this.jars = jars;
    this.trainingJar = trainingJar;
    this.layer = layer;
    this.home = layer.resolve("thaw");
  }

  public static void main(String[] args) throws Exception {
    new Assemble(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])).run();
  }

  private void run() throws Exception {
    Files.createDirectories(home);
    link();
    copyJars();
    Path launcher = layer.resolve("bootstrap");
    String build = build();
    String text = Files.readString(scripts.resolve("bootstrap")).replace("@BUILD@", build);
    boolean changed = !Files.exists(launcher) || !Files.readString(launcher).equals(text);
    writeExecutable(launcher, text);
    writeExecutable(
        Files.createDirectories(home.resolve("bin")).resolve("thaw-train"),
        Files.readString(scripts.resolve("thaw-train")));
    writeExecutable(
        home.resolve("bin/thaw-doctor"), Files.readString(scripts.resolve("thaw-doctor")));
    if (changed || !Files.exists(home.resolve("cache/runtime.aot"))) {
      train();
    }
  }

  /** The JRE: a part of the JDK that runs this. */
  private void link() throws Exception {
    Path jre = home.resolve("jre");
    Path stamp = layer.resolveSibling("jre.stamp");
    boolean whole = List.of(MODULES.split(",")).contains(JavaBeans.MODULE);
    List<String> desktop = whole ? List.of() : JavaBeans.jlinkOptions();
    String wanted =
        System.getProperty("java.home")
            + " "
            + Runtime.version()
            + " "
            + MODULES
            + " and "
            + desktop
            + " without "
            + NEGATIVE_TTL;
    if (Files.exists(stamp)
        && Files.readString(stamp).equals(wanted)
        && Files.exists(jre.resolve("bin/java"))) {
      return;
    }
    delete(jre);
    List<String> options = new ArrayList<>(desktop);
    options.addAll(
        List.of(
            "--add-modules",
            MODULES + "," + JavaBeans.MODULE,
            "--no-header-files",
            "--no-man-pages",
            "--output",
            jre.toString()));
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("This JDK has no jlink"))
            .run(System.out, System.err, options.toArray(new String[0]));
    if (status != 0) {
      throw new IllegalStateException("jlink failed");
    }
    adjustSecurity(jre);
    Files.writeString(stamp, wanted);
  }

  /**
   * The launcher repeats the first of these defaults, and must not change it; it sets the other.
   */
  private static void adjustSecurity(Path jre) throws IOException {
    Path security = jre.resolve("conf/security/java.security");
    List<String> lines = new ArrayList<>(Files.readAllLines(security));
    for (String line : List.of("jdk.includeInExceptions=hostInfoExclSocket", NEGATIVE_TTL)) {
      if (!lines.contains(line)) {
        throw new IllegalStateException(security + " has no line " + line + ", see bootstrap");
      }
    }
    lines.remove(NEGATIVE_TTL);
    Files.write(security, lines);
  }

  /** A jar that has not changed keeps its time, or the JVM would refuse the cache made with it. */
  private void copyJars() throws IOException {
    Path lib = home.resolve("lib");
    Map<Path, Path> wanted = new HashMap<>();
    try (Stream<Path> found = Files.list(jars)) {
      found.forEach(jar -> wanted.put(lib.resolve(jar.getFileName()), jar));
    }
    wanted.put(lib.resolve("training/thaw-training.jar"), trainingJar);
    Files.createDirectories(lib.resolve("training"));
    try (Stream<Path> walk = Files.walk(lib)) {
      for (Path there : walk.filter(Files::isRegularFile).toList()) {
        Path jar = wanted.get(there);
        if (jar == null) {
          Files.delete(there);
        } else if (Files.mismatch(jar, there) < 0) {
          wanted.remove(there);
        }
      }
    }
    for (Map.Entry<Path, Path> jar : wanted.entrySet()) {
      Files.copy(jar.getValue(), jar.getKey(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What a cache depends on: our jars, the launcher's flags and the JRE. */
  private String build() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(scripts.resolve("bootstrap")));
    List<Path> files = new ArrayList<>(List.of(home.resolve("jre/lib/modules")));
    try (Stream<Path> found = Files.list(home.resolve("lib"))) {
      files.addAll(found.filter(Files::isRegularFile).sorted().toList());
    }
    for (Path file : files) {
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private void train() throws Exception {
    delete(home.resolve("cache"));
    Process process =
        new ProcessBuilder(
                List.of(
                    home.resolve("jre/bin/java").toString(),
                    "-cp",
                    home.resolve("lib/training/thaw-training.jar") + ":" + home + "/lib/*",
                    "dev.thaw.training.TrainLayer",
                    layer.toString()))
            .redirectErrorStream(true)
            .redirectOutput(layer.resolveSibling("training.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      System.err.println(Files.readString(layer.resolveSibling("training.log")));
      throw new IllegalStateException("The layer's cache could not be made");
    }
  }

  private static void writeExecutable(Path file, String text) throws IOException {
    Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
    Files.writeString(written, text);
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
