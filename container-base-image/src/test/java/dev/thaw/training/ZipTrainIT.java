package dev.thaw.training;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code thaw-train --function}, with zips as users' builds make them. */
class ZipTrainIT {
  @TempDir private Path folder;
  private Path zip;

  @BeforeEach
  void needNamespaces() {
    Programs.require("unshare");
    zip = folder.resolve("function.zip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shade", "gradle", "zip", "python"})
  void trainsWhatBuildsMake(String build) throws Exception {
    boolean loose = build.equals("shade");
    Path files = folder.resolve("files");
    Map<String, byte[]> classes = Functions.compile("Probe", "Version");
    if (loose) {
      Functions.loose(files, classes);
    } else {
      Functions.jar(files.resolve("lib/shop.jar"), classes);
    }
    Functions.loose(files, Functions.text("settings.txt", "cold"));
    switch (build) {
      case "zip" -> Zips.zip(zip, files);
      case "python" -> Zips.python(zip, files);
      default -> Zips.java(zip, content(files));
    }
    Map<String, String> before = Zips.entries(zip);

    train("shop.Probe");

    Map<String, String> after = Zips.entries(zip);
    assertThat(after).containsEntry("settings.txt", before.get("settings.txt"));
    assertThat(after.keySet().stream().filter(name -> !name.startsWith(".thaw")))
        .isEqualTo(
            loose ? List.of("settings.txt") : List.of("lib", "lib/shop.jar", "settings.txt"));
    assertThat(after).containsKeys(".thaw/shop.Probe.aot", ".thaw/shop.Probe.fingerprint");
    assertRuns(loose ? ".thaw/classes.jar" : "lib/shop.jar");
  }

  @Test
  void keepsModesLinksTimesAndOrder() throws Exception {
    Path files = folder.resolve("files");
    Functions.jar(files.resolve("lib/shop.jar"), Functions.compile("Probe", "Version"));
    Functions.loose(files, Functions.text("bin/run.sh", "#!/bin/sh\n"));
    Functions.loose(files, Functions.text("Grüße.txt", "ü"));
    Files.setPosixFilePermissions(
        files.resolve("bin/run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));
    Files.setPosixFilePermissions(
        files.resolve("Grüße.txt"), PosixFilePermissions.fromString("rw-------"));
    try (RandomAccessFile zeros = new RandomAccessFile(files.resolve("lib/zeros").toFile(), "rw")) {
      zeros.setLength(150L << 20);
    }
    Files.createSymbolicLink(files.resolve("run"), Path.of("bin/run.sh"));
    Zips.zip(zip, files);
    Files.delete(files.resolve("run")); // JUnit would warn of it
    Programs.run(folder, Map.of(), "sh", "-c", "echo 'a comment' | zip -q -z function.zip");
    Map<String, String> before = Zips.entries(zip);
    List<String> names = Zips.names(zip);
    Path link = Files.createSymbolicLink(folder.resolve("link.zip"), zip);
    Files.setPosixFilePermissions(zip, PosixFilePermissions.fromString("rw-r-----"));

    ThawTrain run = ThawTrain.run(folder, Map.of(), "--function", link.toString(), "shop.Probe");

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(zip + " and its layers have more than the 250 MB that Lambda takes, unzipped")
        .contains("Grüße.txt is not readable to everybody");
    assertThat(Zips.names(zip).subList(0, names.size())).isEqualTo(names);
    Map<String, String> after = Zips.entries(zip);
    before.remove("lib/shop.jar"); // has the time that training gave it
    assertThat(after).containsAllEntriesOf(before);
    assertThat(after.get(".thaw/shop.Probe.aot")).startsWith("rw-r--r-- ");
    assertThat(after.get(".thaw")).startsWith("rwxr-xr-x ");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.getPosixFilePermissions(zip))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    assertThat(new String(Files.readAllBytes(zip), ISO_8859_1)).endsWith("a comment");
    Files.delete(link);
    Path unpacked = Zips.unpack(zip, folder.resolve("unpacked"), "UTC");
    assertThat(unpacked.resolve("run")).isSymbolicLink();
    assertThat(Files.readString(unpacked.resolve("run"))).isEqualTo("#!/bin/sh\n");
    Files.delete(unpacked.resolve("run"));
  }

  @Test
  void trainsForASecondHandlerAndTwiceOnEventsWhereverTheyLie() throws Exception {
    Zips.java(zip, Functions.compile("Probe", "Version", "Trainee"));
    train("shop.Probe");
    Path one = Files.createDirectory(folder.resolve("one")).resolve("event.json");
    Path two = Files.createDirectory(folder.resolve("two")).resolve("event.json");
    Files.writeString(one, "\"one\"");
    Files.writeString(two, "\"two\"");
    String relative = Path.of("").toAbsolutePath().relativize(two).toString();
    ThawTrain run = train("shop.Trainee", one.toString(), relative);
    assertThat(run.output().lines().filter(line -> line.startsWith("event ")).limit(2))
        .isEqualTo(List.of("event one", "event two"));
    assertThat(run.output()).contains("training true", "AWS_ACCESS_KEY_ID=training");
    String probe = Zips.entries(zip).get(".thaw/shop.Probe.aot");
    train("shop.Trainee");
    assertThat(Zips.entries(zip))
        .containsEntry(".thaw/shop.Probe.aot", probe)
        .containsOnlyKeys(
            ".thaw",
            ".thaw/classes.jar",
            ".thaw/shop.Probe.aot",
            ".thaw/shop.Probe.fingerprint",
            ".thaw/shop.Trainee.aot",
            ".thaw/shop.Trainee.fingerprint");
    assertRuns(".thaw/classes.jar");
  }

  /** As on a developer's machine, where one is not root. */
  @Test
  void trainsForAnyUser() throws Exception {
    assumeTrue(Programs.isRoot(), "run by such a user anyway");
    Path home = Files.createDirectory(folder.resolve("home"));
    for (Path open : List.of(folder, home)) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    zip = Zips.java(home.resolve("function.zip"), Functions.compile("Probe", "Version"));
    Files.setPosixFilePermissions(zip, PosixFilePermissions.fromString("rw-rw-rw-"));
    String user = "setpriv --reuid=993 --regid=990 --clear-groups";
    Programs.require("setpriv");
    Programs.run(
        home,
        Map.of("HOME", home.toString()),
        "sh",
        "-c",
        user + " " + Layer.THAW_TRAIN + " --function function.zip shop.Probe");
    assertThat(Zips.names(zip)).contains(".thaw/shop.Probe.aot");
    assertRuns(".thaw/classes.jar");
  }

  private ThawTrain train(String... arguments) throws Exception {
    Path task = Path.of("/var/task");
    boolean there = Files.exists(task);
    List<Path> opt = list(Path.of("/opt"));
    List<String> command =
        Stream.concat(Stream.of("--function", zip.toString()), Stream.of(arguments)).toList();
    ThawTrain run = ThawTrain.succeeding(folder, command.toArray(new String[0]));
    assertThat(Files.exists(task)).isEqualTo(there);
    assertThat(list(Path.of("/opt"))).isEqualTo(opt);
    return run;
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Unpacked where Lambda unpacks it, it answers, and its classes come from its cache. */
  private void assertRuns(String jar) throws Exception {
    Path task = Zips.unpack(zip, folder.resolve("task"), "Pacific/Auckland");
    LambdaSandbox sandbox =
        new LambdaSandbox(folder.resolve("tmp"), Map.of("/opt", Layer.ROOT, "/var/task", task));
    try (FunctionProcess function = sandbox.recording("shop.Probe").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("source shop.Probe")).isEqualTo("/var/task/" + jar);
      assertThat(function.log()).noneMatch(line -> line.contains("WARN"));
    }
    sandbox.classes().assertFromCache("shop.Probe");
  }

  private static Map<String, byte[]> content(Path folder) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
