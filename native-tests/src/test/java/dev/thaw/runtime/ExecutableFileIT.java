package dev.thaw.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an executable asks of the machine that it is copied to. */
class ExecutableFileIT {
  /** Of Amazon Linux 2023. */
  private static final int GLIBC_MINOR = 34;

  /** What every glibc has, and zlib, which provided.al2023 has for its own programs. */
  private static final List<String> LIBRARIES =
      List.of(
          "libc.so.6",
          "libm.so.6",
          "libdl.so.2",
          "libpthread.so.0",
          "librt.so.1",
          "libz.so.1",
          "ld-linux-x86-64.so.2",
          "ld-linux-aarch64.so.1");

  static List<Path> executables() throws IOException {
    try (Stream<Path> folders = Files.list(Executable.named("").folder())) {
      return folders.filter(folder -> Files.exists(folder.resolve("bootstrap"))).toList();
    }
  }

  /** The executable and the libraries that go with it. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith("bootstrap") || file.toString().endsWith(".so"))
          .toList();
    }
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @ParameterizedTest
  @MethodSource("executables")
  void asksForNoNewerGlibc(Path folder) throws Exception {
    Tool.require("objdump");
    for (Path file : files(folder)) {
      List<Integer> minors =
          Pattern.compile("GLIBC_2\\.(\\d+)")
              .matcher(output("objdump", "-T", file.toString()))
              .results()
              .map(MatchResult::group)
              .map(version -> Integer.parseInt(version.substring("GLIBC_2.".length())))
              .toList();
      assertThat(minors)
          .as(file.toString())
          .isNotEmpty()
          .allSatisfy(minor -> assertThat(minor).isLessThanOrEqualTo(GLIBC_MINOR));
    }
  }

  @ParameterizedTest
  @MethodSource("executables")
  void needsNoOtherLibraries(Path folder) throws Exception {
    Tool.require("objdump");
    List<Path> files = files(folder);
    List<String> beside = files.stream().map(file -> file.getFileName().toString()).toList();
    for (Path file : files) {
      List<String> needed =
          Pattern.compile("NEEDED +(\\S+)")
              .matcher(output("objdump", "-p", file.toString()))
              .results()
              .map(result -> result.group(1))
              .toList();
      assertThat(needed)
          .as(file.toString())
          .contains("libc.so.6")
          .allMatch(library -> LIBRARIES.contains(library) || beside.contains(library));
    }
  }

  /** With what has to lie beside it; one of them alone is a megabyte smaller. */
  @Test
  void theFiveCoreEventsFitIntoSeventeenMegabytes() throws Exception {
    long bytes = 0;
    for (Path file : files(Executable.named("events").folder())) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isBetween(1_000_000L, 17_000_000L);
  }
}
