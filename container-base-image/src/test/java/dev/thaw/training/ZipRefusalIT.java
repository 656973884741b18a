package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that {@code thaw-train --function} does not train, and what it leaves: all as it was. */
class ZipRefusalIT {
  @TempDir private Path folder;
  private Path zip;

  @BeforeEach
  void needNamespaces() {
    Programs.require("unshare");
    zip = folder.resolve("function.zip");
  }

  @Test
  void leavesTheZipAsItWasIfTheFunctionCannotBeTrained() throws Exception {
    Zips.java(zip, Functions.compile("Probe", "Version", "Broken"));
    assertRefused("There is no class shop.Missing", "shop.Missing");
    assertRefused("no table", "shop.Broken");
    Path missing = folder.resolve("missing.json");
    assertRefused("There is no event file " + missing, "shop.Probe", missing.toString());
  }

  @Test
  void saysWhatToDoWhereThereIsNoNamespace() throws Exception {
    Zips.java(zip, Functions.compile("Probe", "Version"));
    byte[] before = Files.readAllBytes(zip);
    Path path = Files.createDirectory(folder.resolve("bin"));
    for (String name : List.of("dirname", "id", "readlink")) {
      Path program = path.resolve(name);
      Files.writeString(program, "#!/bin/sh\nexec " + Programs.find(name) + " \"$@\"\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    ThawTrain run =
        ThawTrain.run(
            folder, Map.of("PATH", path.toString()), "--function", zip.toString(), "shop.Probe");
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("Run thaw-train as root", "unshare");
    assertThat(Files.readAllBytes(zip)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "lib/../../outside", "/outside", "lib\\shop.jar"})
  void refusesNamesThatLeadAway(String name) throws Exception {
    Map<String, byte[]> files = new TreeMap<>(Functions.compile("Probe", "Version"));
    files.put(name, new byte[1]);
    Zips.java(zip, files);
    assertRefused("\"" + name + "\" leads out of the folder", "shop.Probe");
  }

  @Test
  void writesNothingThroughALink() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.createSymbolicLink(files.resolve("a"), outside);
    Zips.zip(zip, files);
    Files.delete(files.resolve("a"));
    Functions.loose(files, Functions.text("a/planted", "planted"));
    Path second = Zips.zip(folder.resolve("second.zip"), files);
    // One layer holds the link, the next a file behind it; then both in one zip.
    Zips.java(folder.resolve("other.zip"), Functions.compile("Probe", "Version"));
    ThawTrain layers =
        ThawTrain.run(
            folder,
            Map.of(),
            "--layer",
            zip.toString(),
            "--layer",
            second.toString(),
            "--function",
            folder.resolve("other.zip").toString(),
            "shop.Probe");
    assertThat(layers.status()).as(layers.output()).isEqualTo(1);
    assertThat(outside).isEmptyDirectory();
    Files.createSymbolicLink(
        Files.createDirectory(folder.resolve("dot")).resolve(".thaw"), outside);
    Path dot = Zips.zip(folder.resolve("dot.zip"), folder.resolve("dot"));
    Files.delete(folder.resolve("dot/.thaw"));
    Files.move(dot, zip, StandardCopyOption.REPLACE_EXISTING);
    assertRefused(".thaw is a link", "shop.Probe");
  }

  @Test
  void refusesWhatIsNoZip() throws Exception {
    Files.writeString(zip, "no zip");
    assertRefused("it is no zip", "shop.Probe");
    Files.delete(zip);
    ThawTrain run = ThawTrain.run(folder, Map.of(), "--function", zip.toString(), "shop.Probe");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).isEqualTo("thaw-train: There is no file " + zip + "\n");
  }

  @Test
  void refusesMoreThanLambdaTakes() throws Exception {
    byte[] megabyte = new byte[1 << 20];
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 251; i++) {
        ((OutputStream) out).write(megabyte);
      }
    }
    assertRefused("more than the 250 MB that Lambda takes", "shop.Probe");
    // The same, but its directory says that it is small.
    byte[] lies = Files.readAllBytes(zip);
    ByteBuffer bytes = ByteBuffer.wrap(lies).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(lies.length - 22 - 5 - 46 + 24, 1000);
    Files.write(zip, lies);
    assertRefused("zeros is broken", "shop.Probe");
  }

  @Test
  void survivesGarbledZips() throws Exception {
    Zips.java(zip, Functions.text("settings.txt", "cold"));
    byte[] good = Files.readAllBytes(zip);
    for (int at = 0; at < good.length; at += 3) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) 0x81;
      Files.write(zip, bad);
      try (ZipListing listing = ZipListing.open(zip)) {
        Path unpacked = Files.createTempDirectory(folder, "garbled");
        ZipUnpacking unpacking = new ZipUnpacking();
        unpacking.add(listing, zip);
        unpacking.unpack(unpacked);
      } catch (TrainingException e) {
        assertThat(e).hasMessageContaining("cannot be");
      }
    }
  }

  private void assertRefused(String message, String... arguments) throws Exception {
    byte[] before = Files.readAllBytes(zip);
    List<Path> files = list(folder);
    List<String> command =
        Stream.concat(Stream.of("--function", zip.toString()), Stream.of(arguments)).toList();
    ThawTrain run = ThawTrain.run(folder, Map.of(), command.toArray(new String[0]));
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains(message).doesNotContain("\tat dev.thaw.training");
    assertThat(Files.readAllBytes(zip)).isEqualTo(before);
    assertThat(list(folder)).isEqualTo(files);
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
