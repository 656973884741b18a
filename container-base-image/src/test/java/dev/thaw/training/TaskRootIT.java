package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found where in a task root: the same before and after training. */
class TaskRootIT {
  @TempDir private static Path folder;
  private static Path untrained;
  private static Path trained;

  @BeforeAll
  static void train() throws Exception {
    untrained = folder.resolve("untrained");
    trained = folder.resolve("trained");
    for (Path taskRoot : new Path[] {untrained, trained}) {
      Functions.loose(taskRoot, Functions.compile("Version"));
      Functions.loose(taskRoot, Functions.text("everywhere.txt", "loose"));
      Functions.loose(taskRoot, Functions.text("settings/loose.txt", "loose only"));
      Functions.loose(taskRoot, Functions.text("META-INF/MANIFEST.MF", "Multi-Release: true\n"));
      Functions.loose(taskRoot, Functions.text("release.txt", "plain"));
      Functions.loose(taskRoot, Functions.text("META-INF/versions/11/release.txt", "11"));
      Functions.jar(taskRoot.resolve("lib/b.jar"), library("b", Map.of("blue", "bbbb")));
      Functions.jar(taskRoot.resolve("lib/a.jar"), library("a", Map.of("blue", "aaaa")));
    }
    ThawTrain.succeeding(trained, "shop.Probe");
  }

  private static Map<String, byte[]> library(String name, Map<String, String> version) {
    Map<String, byte[]> entries = new TreeMap<>(Functions.compile(version, "Probe", "Version"));
    entries.putAll(Functions.text("everywhere.txt", name));
    entries.putAll(Functions.text("jars.txt", name));
    entries.putAll(Functions.text("only-" + name + ".txt", name));
    return entries;
  }

  @Test
  void looseFilesComeFirstThenJarsByName() throws Exception {
    for (Path taskRoot : new Path[] {untrained, trained}) {
      try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
        assertThat(function.ask("version")).isEqualTo("blue");
        assertThat(function.ask("resource everywhere.txt")).isEqualTo("loose");
        assertThat(function.ask("resource settings/loose.txt")).isEqualTo("loose only");
        assertThat(function.ask("resource jars.txt")).isEqualTo("a");
        assertThat(function.ask("resource release.txt")).isEqualTo("plain");
        assertThat(function.ask("resource only-b.txt")).isEqualTo("b");
        assertThat(function.ask("resource missing.txt")).isEqualTo("none");
        assertThat(function.ask("source shop.Probe"))
            .isEqualTo(taskRoot.resolve("lib/a.jar").toString());
        assertThat(function.ask("folder")).isEqualTo(taskRoot.toString());
        assertThat(function.ask("read settings/loose.txt")).isEqualTo("loose only");
        assertThat(function.log()).isEmpty();
      }
    }
  }

  @Test
  void looseClassesMoveIntoTheCache() throws Exception {
    Path classes = folder.resolve("classes");
    try (FunctionProcess function = Launch.of(trained, "shop.Probe").classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("source shop.Version"))
          .isEqualTo(trained.resolve(".thaw/classes.jar").toString());
    }
    assertThat(trained.resolve("shop/Version.class")).doesNotExist();
    LoadedClasses.in(classes).assertFromCache("shop.Probe");
  }

  @Test
  void looseHandlerIsServedWithAndWithoutCache() throws Exception {
    Path taskRoot = folder.resolve("loose");
    Functions.loose(taskRoot, Functions.compile("Probe", "Version"));
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
    }
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    Path classes = folder.resolve("loose.classes");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
    }
    LoadedClasses.in(classes).assertFromCache("shop.Probe");
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").with("THAW_CACHE", "layer").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
    }
  }

  /** As a library finds it that looks for all files in a folder or a package. */
  @Test
  void foldersAreFound() throws Exception {
    Path taskRoot = folder.resolve("folders");
    Functions.loose(taskRoot, Functions.compile("Probe", "Version"));
    Functions.loose(taskRoot, Functions.text("settings/loose.txt", "loose only"));
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("resource settings")).isNotEqualTo("none");
      assertThat(function.ask("resource settings/")).isNotEqualTo("none");
      assertThat(function.ask("resource shop")).isNotEqualTo("none");
    }
  }

  @Test
  void linksAreFollowed() throws Exception {
    Path taskRoot = folder.resolve("links");
    Functions.loose(taskRoot, Functions.compile("Probe", "Version"));
    Functions.loose(taskRoot, Functions.text("settings/loose.txt", "loose only"));
    Files.createSymbolicLink(taskRoot.resolve("file.txt"), Path.of("settings/loose.txt"));
    Files.createSymbolicLink(taskRoot.resolve("folder"), Path.of("settings"));
    Files.createSymbolicLink(taskRoot.resolve("self"), Path.of("."));
    Files.createSymbolicLink(taskRoot.resolve("nowhere"), Path.of("/not/there"));
    Files.createSymbolicLink(taskRoot.resolve("cache"), folder);
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    Files.writeString(folder.resolve("another.txt"), "not the function's");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("resource file.txt")).isEqualTo("loose only");
      assertThat(function.ask("resource folder/loose.txt")).isEqualTo("loose only");
      assertThat(function.ask("property thaw.cache")).endsWith("shop.Probe.aot");
      assertThat(function.log()).isEmpty();
    }
  }

  /** A shaded jar keeps them of a signed one, whose signature no longer fits. */
  @Test
  void signaturesThatAreLeftOverDoNoHarm() throws Exception {
    Path taskRoot = folder.resolve("signed");
    Functions.loose(taskRoot, Functions.compile("Probe", "Version"));
    Functions.loose(taskRoot, Functions.text("settings.txt", "loose"));
    Functions.loose(taskRoot, Functions.text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n"));
    Path jar = Files.writeString(folder.resolve("signed.txt"), "signed");
    Path signed = folder.resolve("signed.jar");
    Path keys = folder.resolve("keys");
    tool(
        "keytool",
        "-genkeypair",
        "-alias",
        "a",
        "-keyalg",
        "EC",
        "-dname",
        "CN=a",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit");
    tool("jar", "cf", signed.toString(), "-C", folder.toString(), jar.getFileName().toString());
    tool(
        "jarsigner",
        "-keystore",
        keys.toString(),
        "-storepass",
        "changeit",
        signed.toString(),
        "a");
    try (var zip = new ZipFile(signed.toFile())) {
      for (String name : List.of("META-INF/A.SF", "META-INF/A.EC")) {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
          Functions.loose(taskRoot, Map.of(name, in.readAllBytes()));
        }
      }
    }
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("resource settings.txt")).isEqualTo("loose");
      assertThat(function.ask("property thaw.cache")).endsWith("shop.Probe.aot");
    }
  }

  private static void tool(String name, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(name).isZero();
  }

  /** A web application has its classes where no class path finds them, and opens them itself. */
  @Test
  void classesThatAreNotOnTheClassPathStay() throws Exception {
    Path taskRoot = folder.resolve("web");
    Functions.loose(taskRoot, Functions.compile("Probe", "Version"));
    Path classes = taskRoot.resolve("webapp/WEB-INF/classes");
    Functions.loose(classes, Functions.compile("Version"));
    Functions.loose(taskRoot, Functions.text("none.class", "no class"));
    ThawTrain.succeeding(taskRoot, "shop.Probe");
    assertThat(classes.resolve("shop/Version.class")).exists();
    assertThat(taskRoot.resolve("none.class")).exists();
    assertThat(taskRoot.resolve("shop/Version.class")).doesNotExist();
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("resource none.class")).isEqualTo("no class");
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void aFileMayBeLargerThanTheMemory() throws Exception {
    Path taskRoot = folder.resolve("large");
    Functions.loose(taskRoot, Functions.compile("Probe", "Version"));
    try (var model = new RandomAccessFile(taskRoot.resolve("model.bin").toFile(), "rw")) {
      model.setLength(100 << 20);
    }
    Map<String, String> memory = Map.of("JDK_JAVA_OPTIONS", "-Xmx64m");
    ThawTrain run = ThawTrain.run(taskRoot, memory, "shop.Probe");
    assertThat(run.status()).as(run.output()).isZero();
  }
}
