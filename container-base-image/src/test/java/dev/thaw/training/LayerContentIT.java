package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the layer's zip, and that a second build makes the same. */
class LayerContentIT {
  private static final String CACHE = "/thaw/cache/runtime.aot";

  private final Path zip = zipIn(Layer.TARGET);

  @TempDir private Path other;

  @BeforeEach
  void zipWasMade() {
    if (!Files.exists(zip)) {
      Programs.missing("This machine made no layer zip; the build said why");
    }
  }

  @Test
  void holdsWhatLambdaLooksForWithinItsBudget() throws Exception {
    long unzipped = 0;
    try (FileSystem files = open(zip)) {
      for (Path path : all(files)) {
        boolean open = Files.isDirectory(path) || isProgram(path.toString());
        assertThat(Files.getPosixFilePermissions(path))
            .as("%s", path)
            .isEqualTo(PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
        assertThat(Files.getLastModifiedTime(path).toInstant())
            .as("%s", path)
            .isEqualTo(Instant.parse("1980-02-01T00:00:00Z"));
        unzipped += Files.isDirectory(path) ? 0 : Files.size(path);
      }
      for (String file :
          List.of(
              "/bootstrap",
              "/thaw/bin/thaw-train",
              "/thaw/jre/bin/java",
              "/thaw/jre/legal/java.base/LICENSE",
              "/thaw/lib/thaw-runtime-bootstrap.jar",
              CACHE)) {
        assertThat(files.getPath(file)).exists();
      }
      assertThat(top(files)).containsExactly("/bootstrap", "/thaw");
    }
    assertThat(Files.size(zip)).isLessThanOrEqualTo(36_000_000);
    assertThat(unzipped).isLessThanOrEqualTo(108_000_000);
  }

  @Test
  void jreHasTheModulesThatFunctionsUse() throws Exception {
    try (FileSystem files = open(zip)) {
      String modules = lines(files, "/thaw/jre/release").get("MODULES");
      assertThat(modules + " ")
          .contains("java.xml ", "java.sql ", "java.net.http ", "java.naming ", "jdk.naming.dns ")
          .contains("java.management ", "jdk.management.agent ", "jdk.jfr ", "java.instrument ")
          .contains("java.security.jgss ", "java.security.sasl ", "jdk.zipfs ", "jdk.charsets ")
          .contains("jdk.net ", "jdk.crypto.cryptoki ");
    }
  }

  @Test
  void saysWhereAllOfItIsFrom() throws Exception {
    try (FileSystem files = open(zip)) {
      Map<String, String> jre = lines(files, "/thaw/jre/release");
      Map<String, String> ours = lines(files, "/thaw/release");
      Path jdk = Path.of(System.getProperty("java.home"));
      assertThat(Files.readString(jdk.resolve("release")))
          .contains("IMPLEMENTOR=\"" + jre.get("IMPLEMENTOR") + "\"")
          .contains("JAVA_RUNTIME_VERSION=\"" + jre.get("JAVA_RUNTIME_VERSION") + "\"");
      assertThat(ours).containsEntry("JRE_VENDOR", jre.get("IMPLEMENTOR"));
      assertThat(ours).containsEntry("JRE_VERSION", jre.get("JAVA_RUNTIME_VERSION"));
      byte[] trusted = Files.readAllBytes(files.getPath("/thaw/jre/lib/security/cacerts"));
      assertThat(ours.get("TRUST_STORE")).isNotBlank();
      assertThat(ours).containsEntry("TRUST_STORE_SHA256", sha256(trusted));
      try (Stream<Path> zips = Files.list(Layer.TARGET)) {
        assertThat(zips.map(file -> file.getFileName().toString()))
            .anyMatch(
                name ->
                    name.startsWith("thaw-layer-")
                        && name.contains("-" + jre.get("JAVA_VERSION") + "-"));
      }
    }
  }

  @Test
  void nothingOfTheBuildMachineIsInIt() throws Exception {
    try (FileSystem files = open(zip)) {
      for (Path path : all(files)) {
        if (!Files.isDirectory(path)) {
          String content = Files.readString(path, StandardCharsets.ISO_8859_1);
          assertThat(content.contains(Layer.PROJECT.toString())).as("%s", path).isFalse();
          assertThat(content.contains(System.getProperty("java.home"))).as("%s", path).isFalse();
        }
      }
    }
  }

  /** Elsewhere, under another umask and in another time zone; a cache alone is never the same. */
  @Test
  void secondBuildMakesTheSameZip() throws Exception {
    Programs.run(
        "sh",
        "-c",
        "umask 077; exec \"$@\"",
        "sh",
        System.getProperty("java.home") + "/bin/java",
        "-Duser.timezone=Asia/Tokyo",
        "-Dthaw.version=" + version(),
        Layer.MODULE.resolve("src/build/Assemble.java").toString(),
        Layer.MODULE.resolve("src/main/sh").toString(),
        Layer.TARGET.resolve("lib").toString(),
        Layer.ROOT.resolve("thaw/lib/training/thaw-training.jar").toString(),
        other.toString());
    try (FileSystem first = open(zip);
        FileSystem second = open(zipIn(other))) {
      assertThat(describe(second)).isEqualTo(describe(first));
    }
  }

  private static String describe(FileSystem files) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Path path : all(files)) {
      boolean compared = !Files.isDirectory(path) && !path.toString().equals(CACHE);
      text.append(path).append(' ');
      text.append(Files.getLastModifiedTime(path)).append(' ');
      text.append(Files.getPosixFilePermissions(path)).append(' ');
      text.append(compared ? sha256(Files.readAllBytes(path)) : "").append('\n');
    }
    return text.toString();
  }

  private static boolean isProgram(String path) {
    return path.equals("/bootstrap")
        || path.startsWith("/thaw/bin/")
        || path.startsWith("/thaw/jre/bin/")
        || path.equals("/thaw/jre/lib/jexec")
        || path.equals("/thaw/jre/lib/jspawnhelper");
  }

  private static List<String> top(FileSystem files) throws IOException {
    try (Stream<Path> top = Files.list(files.getPath("/"))) {
      return top.map(Path::toString).sorted().toList();
    }
  }

  private static List<Path> all(FileSystem files) throws IOException {
    try (Stream<Path> walk = Files.walk(files.getPath("/"))) {
      return walk.filter(path -> path.getNameCount() > 0).sorted().toList();
    }
  }

  private static Map<String, String> lines(FileSystem files, String name) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    for (String line : Files.readAllLines(files.getPath(name))) {
      String[] parts = line.split("=", 2);
      lines.put(parts[0], parts[1].replace("\"", ""));
    }
    return lines;
  }

  private static FileSystem open(Path zip) throws IOException {
    return FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
  }

  private static Path zipIn(Path folder) {
    String arch = System.getProperty("os.arch");
    arch = arch.equals("amd64") ? "x86_64" : arch;
    return folder.resolve("thaw-layer-" + version() + "-" + arch + ".zip");
  }

  private static String version() {
    try (Stream<Path> found = Files.list(Layer.TARGET)) {
      String start = "thaw-container-base-image-";
      return found
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(start) && name.endsWith(".jar"))
          .map(name -> name.substring(start.length(), name.length() - 4))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
