import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what layer and image hold under {@code /opt}, with a cache for where the build leaves it,
 * and the layer's zip, with a cache for {@code /opt}. JRE, caches and zip, which take seconds, are
 * made only when what they depend on has changed.
 */
final class Assemble {
  private final Path scripts;
  private final Path jars;
  private final Path trainingJar;
  private final Path target;
  private final JdkRelease jdk;
  private final TrustStore trust;

  private Assemble(Path scripts, Path jars, Path trainingJar, Path target) throws Exception {
    Path home = Path.of(System.getProperty("java.home"));
    this.scripts = scripts;
    this.jars = jars;
    this.trainingJar = trainingJar;
    this.target = target.toAbsolutePath();
    this.jdk = JdkRelease.read(home);
    this.trust = TrustStore.find(home, jdk);
  }

  /**
   * Runs in the package phase.
   *
   * @param args the folder of the scripts, that of the jars, the jar of thaw-train, the target
   */
  public static void main(String[] args) throws Exception {
    try {
      Assemble build =
          new Assemble(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
      build.ordinary();
      Variant asked = Variant.asked();
      if (asked != null) {
        build.other(asked);
      }
    } catch (IllegalStateException e) {
      System.err.println("[ERROR] " + e.getMessage());
      System.exit(1);
    }
  }

  private void ordinary() throws Exception {
    Layout layout = new Layout(target.resolve("thaw"));
    if (assemble(layout, Variant.standard(), target)) {
      train(layout, layout.folder(), List.of(), target);
    }
    zip(layout, Variant.standard(), target);
  }

  private void other(Variant variant) throws Exception {
    Path work = Files.createDirectories(target.resolve(variant.name()));
    Layout layout = new Layout(work.resolve("thaw"));
    assemble(layout, variant, work);
    zip(layout, variant, work);
  }

  /** Returns whether it wants a new cache. */
  private boolean assemble(Layout layout, Variant variant, Path work) throws Exception {
    Files.createDirectories(layout.home());
    Jre.link(layout.home().resolve("jre"), work.resolve("jre.stamp"), variant, jdk, trust);
    layout.copyJars(jars, trainingJar);
    String build = layout.build(scripts);
    layout.writeRelease(variant, jdk, trust, build);
    return layout.writeScripts(scripts, build);
  }

  private void zip(Layout source, Variant variant, Path work) throws Exception {
    String version = System.getProperty("thaw.version", "");
    String start = variant.zipPrefix() + "-" + version;
    String end = "-" + jdk.get("OS_ARCH") + ".zip";
    Path zip = target.resolve(start + end);
    Path named = target.resolve(start + "-" + jdk.shortName() + end);
    Layout layer = new Layout(work.resolve("layer"));
    Path stamp = work.resolve("layer.stamp");
    String wanted = LayerStamp.of(source, variant);
    if (Files.exists(stamp)
        && Files.readString(stamp).equals(wanted)
        && Files.exists(zip)
        && Files.exists(named)
        && Files.exists(layer.cache())) {
      return;
    }
    deleteZips(variant);
    Files.deleteIfExists(stamp);
    Folders.delete(layer.folder());
    String obstacle = obstacle();
    List<String> opt = List.of();
    if (obstacle.isEmpty()) {
      Folders.copy(source.folder(), layer.folder());
      Folders.delete(layer.cache().getParent());
      Folders.normalize(layer.folder());
      opt = Opt.prefix(layer.folder());
      obstacle = opt.isEmpty() ? "neither unshare nor bwrap can show a process another /opt" : "";
    }
    if (!obstacle.isEmpty()) {
      Folders.delete(layer.folder());
      System.out.println("[WARNING] No layer zip was made: " + obstacle);
      return;
    }
    train(layer, Path.of("/opt"), opt, work);
    Folders.normalize(layer.folder());
    LayerZip.write(layer.folder(), zip);
    check(variant, zip, layer.folder());
    Files.copy(zip, named, StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(stamp, wanted);
  }

  /** Why this machine cannot make a layer for Lambda, or nothing. */
  private String obstacle() {
    if (!jdk.get("OS_NAME").equals("Linux")) {
      return "Lambda needs a JRE for Linux, and this JDK is for " + jdk.get("OS_NAME");
    }
    if (jdk.get("LIBC").equals("musl")) {
      return "this JDK is for musl, and Lambda's Linux has glibc";
    }
    if (trust.ofThisMachine()) {
      return "the JDK's trust store is this machine's own, and may hold what only its owner trusts."
          + " Name another by -Dthaw.truststore=FILE";
    }
    return "";
  }

  /** One that no longer fits must not be taken for the new one. */
  private void deleteZips(Variant variant) throws IOException {
    String start = variant.zipPrefix() + "-";
    try (Stream<Path> found = Files.list(target)) {
      for (Path file : found.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(start)
            && name.endsWith(".zip")
            && Character.isDigit(name.charAt(start.length()))) {
          Files.delete(file);
        }
      }
    }
  }

  private static void check(Variant variant, Path zip, Path folder) throws IOException {
    long zipped = Files.size(zip);
    long unzipped = Folders.size(folder);
    System.out.println(
        "[INFO] " + zip.getFileName() + ": " + zipped + " bytes, unzipped " + unzipped);
    if (zipped > variant.zipped() || unzipped > variant.unzipped()) {
      Files.delete(zip);
      throw new IllegalStateException(
          "The layer is larger than its budget: "
              + (zipped + " bytes zipped of " + variant.zipped())
              + (", " + unzipped + " unzipped of " + variant.unzipped()));
    }
  }

  private static void train(Layout layout, Path seenAs, List<String> prefix, Path work)
      throws Exception {
    Folders.delete(layout.cache().getParent());
    Path log = work.resolve("training.log");
    Path home = seenAs.resolve("thaw");
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            home.resolve("jre/bin/java").toString(),
            "-cp",
            home.resolve("lib/training/thaw-training.jar") + ":" + home + "/lib/*",
            "dev.thaw.training.TrainLayer",
            seenAs.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "The layer's cache could not be made:\n" + Files.readString(log));
    }
  }
}
