package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code thaw-native} makes of its command line, and what it says where it cannot build. The
 * builder of these tests writes down what it is told; real ones have their tests in native-tests.
 */
class ThawNativeIT {
  private static final String GRAALVM = "native-image 25.0.2 2026-01-20";
  private static final int SECONDS = 60;

  @TempDir private Path folder;
  private Path task;
  private Path graalvm;

  @BeforeEach
  void function() throws Exception {
    task = Files.createDirectories(folder.resolve("my task"));
    Functions.jar(task.resolve("lib/b.jar"), Functions.compile("Orders"));
    Files.copy(task.resolve("lib/b.jar"), task.resolve("lib/a.jar"));
    graalvm = builder(GRAALVM, "GLIBC_2.34");
  }

  @Test
  void classPathIsThatOfTheLauncher() throws Exception {
    FinishedProcess built = run("shop.Orders", "shop.Orders::handle", "--", "-Ob");
    assertThat(built.status()).as(built.output()).isZero();
    List<String> told = Files.readAllLines(task.resolve(".thaw/native/told"));
    Path lib = Layer.ROOT.resolve("thaw/lib");
    List<String> ours = new ArrayList<>();
    try (Stream<Path> jars = Files.list(lib)) {
      jars.map(Path::toString).filter(jar -> jar.endsWith(".jar")).sorted().forEach(ours::add);
    }
    ours.sort((a, b) -> Boolean.compare(isThaw(b), isThaw(a)));
    List<String> expected = new ArrayList<>(ours);
    expected.add(task.toString());
    expected.add(task + "/lib/a.jar");
    expected.add(task + "/lib/b.jar");
    assertThat(told)
        .containsExactly(
            "-cp",
            String.join(":", expected),
            "-Dthaw.handlers=shop.Orders,shop.Orders::handle",
            "-Ob",
            "dev.thaw.runtime.Bootstrap",
            "-o",
            task + "/.thaw/native/bootstrap");
  }

  private static boolean isThaw(String jar) {
    return Path.of(jar).getFileName().toString().startsWith("thaw-");
  }

  @Test
  void zipHoldsTheExecutableAndItsLibraries() throws Exception {
    Path zip = folder.resolve("function.zip");
    Path out = folder.resolve("out");
    FinishedProcess built = run("-o", out.toString(), "--zip", zip.toString(), "shop.Orders");
    assertThat(built.status()).as(built.output()).isZero();
    Map<String, String> modes = new TreeMap<>();
    try (FileSystem files =
            FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> all = Files.walk(files.getPath("/"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        modes.put(
            file.toString(), PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThat(Files.readAllBytes(file))
            .isEqualTo(Files.readAllBytes(out.resolve(file.toString().substring(1))));
      }
    }
    assertThat(modes)
        .containsExactlyEntriesOf(
            new TreeMap<>(Map.of("/bootstrap", "rwxr-xr-x", "/lib/libnet.so", "rwxr-xr-x")));
  }

  @Test
  void sameExecutableMakesTheSameZip() throws Exception {
    Path one = folder.resolve("one.zip");
    Path other = folder.resolve("other.zip");
    assertThat(run("--zip", one.toString(), "shop.Orders").status()).isZero();
    assertThat(run("--zip", other.toString(), "shop.Orders").status()).isZero();
    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
  }

  @Test
  void withoutAGraalVmItSaysWhatToInstall() throws Exception {
    FinishedProcess failed =
        run(Map.of("GRAALVM_HOME", "", "PATH", "/usr/bin:/bin"), "shop.Orders");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output())
        .contains("There is no GraalVM here", "GRAALVM_HOME", "FROM thaw/native:25");
  }

  @Test
  void anotherJavaIsRefused() throws Exception {
    graalvm = builder("native-image 21.0.9 2025-10-21", "GLIBC_2.34");
    FinishedProcess failed = run("shop.Orders");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output())
        .contains("is of another Java than 25: native-image 21.0.9 2025-10-21");
    assertThat(task.resolve(".thaw/native/bootstrap")).doesNotExist();
  }

  @Test
  void executableForANewerSystemThanLambdasIsRefused() throws Exception {
    graalvm = builder(GRAALVM, "GLIBC_2.38");
    FinishedProcess failed = run("shop.Orders");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("needs GLIBC_2.38, and Amazon Linux 2023 has GLIBC_2.34");
  }

  @Test
  void failureOfTheBuilderIsItsOwn() throws Exception {
    Files.writeString(
        graalvm.resolve("bin/native-image"),
        "#!/bin/sh\n[ \"$1\" = --version ] && echo '"
            + GRAALVM
            + "' && exit\necho 'no gcc' >&2\nexit 3\n");
    FinishedProcess failed = run("shop.Orders");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("no gcc", "native-image has failed");
  }

  @Test
  void wrongCommandLines() throws Exception {
    assertThat(run()).satisfies(run -> assertWrong(run, "The handler setting is missing"));
    assertThat(run("-o")).satisfies(run -> assertWrong(run, "-o wants a folder behind it"));
    assertThat(run("--quick", "shop.Orders"))
        .satisfies(run -> assertWrong(run, "There is no option --quick"));
    assertThat(run("a.A,a.B")).satisfies(run -> assertWrong(run, "a.A,a.B has a comma"));
    FinishedProcess help = run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.output()).startsWith("usage: thaw-native ");
  }

  private static void assertWrong(FinishedProcess run, String message) {
    assertThat(run.status()).as(run.output()).isEqualTo(2);
    assertThat(run.output()).contains("thaw-native: ", message, "usage: thaw-native ");
  }

  /** A builder that writes what it is told beside an executable that needs that C library. */
  private Path builder(String version, String glibc) throws IOException {
    Path home = folder.resolve("graalvm");
    Path program = Files.createDirectories(home.resolve("bin")).resolve("native-image");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = --version ]; then
          echo '%s'
          exit
        fi
        for last; do :; done
        folder=${last%%/*}
        mkdir -p "$folder/lib"
        printf '%%s\\n' "$@" >"$folder/told"
        printf '\\0GLIBC_2.4\\0%s\\0GLIBC_2.17\\0' >"$last"
        echo library >"$folder/lib/libnet.so"
        """
            .formatted(version, glibc));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private FinishedProcess run(String... arguments) throws Exception {
    return run(Map.of("GRAALVM_HOME", graalvm.toString()), arguments);
  }

  private FinishedProcess run(Map<String, String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Layer.THAW_NATIVE.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
    builder.environment().putAll(variables);
    return FinishedProcess.of(builder, SECONDS);
  }
}
