import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The JRE: a part of the JDK that runs this, made anew only when what it depends on changed. */
final class Jre {
  /** Left to the launcher's system property, which counts only where the file says nothing. */
  private static final String NEGATIVE_TTL = "networkaddress.cache.negative.ttl=10";

  /** For compilers on another JDK, and for an archive of classes that the layer does not have. */
  private static final List<String> NEEDLESS = List.of("lib/jrt-fs.jar", "lib/classlist");

  private Jre() {}

  static void link(Path jre, Path stamp, Variant variant, JdkRelease jdk, TrustStore trust)
      throws Exception {
    List<String> options = options(variant);
    String wanted =
        String.join(
            "\n",
            System.getProperty("java.home"),
            jdk.lines().toString(),
            options.toString(),
            trust.sha256(),
            NEEDLESS + " and symbols are not there, nor " + NEGATIVE_TTL);
    if (Files.exists(stamp)
        && Files.readString(stamp).equals(wanted)
        && Files.exists(jre.resolve("bin/java"))) {
      return;
    }
    Folders.delete(jre);
    options.addAll(List.of("--output", jre.toString()));
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("This JDK has no jlink: take a whole one"))
            .run(System.out, System.err, options.toArray(new String[0]));
    if (status != 0) {
      throw new IllegalStateException("jlink could not make the JRE; its reason stands above");
    }
    adjustSecurity(jre);
    jdk.complete(jre);
    Files.write(jre.resolve("lib/security/cacerts"), trust.content());
    for (String file : NEEDLESS) {
      Files.deleteIfExists(jre.resolve(file));
    }
    strip(jre);
    Files.writeString(stamp, wanted);
  }

  /**
   * Without {@code --compress}: a cold start with a cache takes as long with it, but the zip, which
   * cannot pack anything twice, is 6 MB larger.
   */
  private static List<String> options(Variant variant) throws IOException {
    List<String> options = new ArrayList<>();
    // jlink hears only the last option of a name.
    String excluded = Translations.resources();
    if (!variant.has(JavaBeans.MODULE)) {
      excluded += "," + JavaBeans.excludedResources();
      options.add("--exclude-files=" + JavaBeans.EXCLUDED_FILES);
    }
    options.add("--exclude-resources=" + excluded);
    String modules = String.join(",", variant.modules());
    options.addAll(List.of("--add-modules", modules + "," + JavaBeans.MODULE));
    options.addAll(List.of("--no-header-files", "--no-man-pages"));
    return options;
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

  private static void strip(Path jre) throws IOException {
    for (String folder : List.of("bin", "lib")) {
      for (Path file : Folders.walk(jre.resolve(folder))) {
        if (Files.isRegularFile(file) && !file.endsWith("modules")) {
          byte[] content = Files.readAllBytes(file);
          byte[] stripped = Elf.strip(content);
          if (stripped != content) {
            Files.write(file, stripped);
          }
        }
      }
    }
  }
}
