package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bootstrap} makes of its environment. */
class LauncherIT {
  private static final Path BASH = Path.of("/bin/bash");

  private static final List<Path> LINKS = new ArrayList<>();

  @TempDir private static Path folder;
  private static Path taskRoot;

  @BeforeAll
  static void build() throws Exception {
    taskRoot = folder.resolve("task");
    Functions.jar(taskRoot.resolve("lib/probe.jar"), Functions.compile("Probe", "Version"));
  }

  /** JUnit would warn of links that lead out of its folder. */
  @AfterAll
  static void removeLinks() throws IOException {
    for (Path link : LINKS) {
      Files.delete(link);
    }
  }

  @Test
  void startsByARelativePath() throws Exception {
    try (FunctionProcess function =
        probe(taskRoot).from(Layer.TARGET, "./thaw/bootstrap").start()) {
      assertThat(function.ask("folder")).isEqualTo(taskRoot.toString());
    }
  }

  @Test
  void startsByASymbolicLinkToTheLayer() throws Exception {
    Path opt = link("opt", Layer.ROOT);
    try (FunctionProcess function = probe(taskRoot).from(folder, opt + "/bootstrap").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
    }
  }

  @Test
  void takesARelativeTaskRoot() throws Exception {
    try (FunctionProcess function =
        probe(Path.of("task")).from(folder, Layer.BOOTSTRAP.toString()).start()) {
      assertThat(function.ask("folder")).isEqualTo(taskRoot.toString());
      assertThat(function.ask("environment LAMBDA_TASK_ROOT")).isEqualTo(taskRoot.toString());
    }
  }

  @Test
  void takesATaskRootWithSpacesAndLinks() throws Exception {
    Path spaced = folder.resolve("my task");
    Functions.jar(spaced.resolve("lib/my probe.jar"), Functions.compile("Probe", "Version"));
    ThawTrain.succeeding(spaced, "shop.Probe");
    Path link = link("link", spaced);
    try (FunctionProcess function = probe(spaced).start()) {
      assertThat(function.ask("source shop.Probe"))
          .isEqualTo(spaced.resolve("lib/my probe.jar").toString());
      assertThat(function.log()).isEmpty();
    }
    try (FunctionProcess function = probe(link).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
    }
  }

  @Test
  void saysThatTheTaskRootIsNotThere() throws Exception {
    Path missing = folder.resolve("missing");
    try (FunctionProcess function = probe(missing).start()) {
      assertThat(function.exit()).isEqualTo(1);
      assertThat(function.log()).contains("thaw: the task root " + missing + " is not there");
    }
  }

  @Test
  void saysThatTheHandlerIsMissing() throws Exception {
    try (FunctionProcess function = Launch.of(taskRoot, "shop.Missing").start()) {
      assertThat(function.initError()).contains("There is no class shop.Missing");
      assertThat(function.exit()).isNotZero();
    }
  }

  @Test
  void runsUnderTheShellOfAmazonLinux() throws Exception {
    assumeTrue(Files.exists(BASH), "there is no bash");
    // There /bin/sh is bash, which takes the name that it was called by for its POSIX mode.
    Path sh = link("sh", BASH);
    Path layer = Files.createDirectories(folder.resolve("layer"));
    link("layer/thaw", Layer.ROOT.resolve("thaw"));
    Path bootstrap = layer.resolve("bootstrap");
    Files.writeString(
        bootstrap, Files.readString(Layer.BOOTSTRAP).replaceFirst("#!/bin/sh", "#!" + sh));
    assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
    try (FunctionProcess function = probe(taskRoot).from(folder, bootstrap.toString()).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void isOneProcess() throws Exception {
    try (FunctionProcess function = probe(taskRoot).start()) {
      assertThat(function.ask("pid")).isEqualTo(Long.toString(function.pid()));
    }
  }

  @Test
  void speaksUtf8InAnEmptyEnvironment() throws Exception {
    Functions.loose(taskRoot, Functions.text("ü", "Grüße ü €"));
    try (FunctionProcess function = probe(taskRoot).withoutVariables().start()) {
      assertThat(function.ask("read ü")).isEqualTo("Grüße ü €");
      assertThat(function.ask("print Grüße ü €")).isEqualTo("Grüße ü €");
      assertThat(function.log()).isEqualTo(List.of("Grüße ü €", "Grüße ü €"));
    } finally {
      Files.delete(taskRoot.resolve("ü"));
    }
  }

  @Test
  void leavesTheUsersLocaleAlone() throws Exception {
    try (FunctionProcess function = probe(taskRoot).with("LC_ALL", "C").start()) {
      assertThat(function.ask("environment LC_ALL")).isEqualTo("C");
    }
  }

  /** Whether or not the image has such a locale; without one C.UTF-8 has no country. */
  @ParameterizedTest
  @CsvSource({"en_US.UTF-8, en_US", "de_DE, de_DE", "C.UTF-8, en", "xx'; exit 3, en"})
  void defaultLocaleIsThatOfLang(String lang, String locale) throws Exception {
    try (FunctionProcess function = probe(taskRoot).with("LANG", lang).start()) {
      assertThat(function.ask("locale")).isEqualTo(locale);
    }
  }

  @Test
  void defaultLocaleIsThatOfTheUsersOptions() throws Exception {
    try (FunctionProcess function =
        probe(taskRoot).with("JAVA_TOOL_OPTIONS", "-Duser.language=sv").start()) {
      assertThat(function.ask("locale")).startsWith("sv");
    }
  }

  /** Three quarters of the memory, less 32 MB; Serial keeps one survivor space back. */
  @ParameterizedTest
  @CsvSource({"128, 56, 64", "512, 320, 352", "10240, 7000, 7648", "many, 600, 736"})
  void heapFollowsTheMemory(String memory, long least, long most) throws Exception {
    try (FunctionProcess function =
        probe(taskRoot).with("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memory).start()) {
      assertThat(Long.parseLong(function.ask("heap")) >> 20).isBetween(least, most);
    }
  }

  @ParameterizedTest
  @CsvSource({"on-demand, 1", "provisioned-concurrency, 4", "lambda-managed-instances, 4", ", 1"})
  void secondCompilerServesEnvironmentsThatLive(String type, String level) throws Exception {
    try (FunctionProcess function =
        probe(taskRoot).with("AWS_LAMBDA_INITIALIZATION_TYPE", type).start()) {
      assertThat(function.ask("flag TieredStopAtLevel")).isEqualTo(level);
    }
  }

  @Test
  void honoursTheUsersJvmOptions() throws Exception {
    Path log = folder.resolve("gc.log");
    try (FunctionProcess function =
        probe(taskRoot)
            .with("JAVA_TOOL_OPTIONS", "-Xlog:gc*:file=" + log + " -Xlog:safepoint -Dcolour=red")
            .start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(Files.readString(log)).contains("Using Serial");
    }
  }

  @Test
  void serverOfSeveralCachesTakesTheOneOfItsHandler() throws Exception {
    Path shared = folder.resolve("shared");
    Functions.jar(shared.resolve("lib/shop.jar"), Functions.compile("Probe", "Version", "Orders"));
    ThawTrain.succeeding(shared, "shop.Probe");
    Path classes = folder.resolve("shared.classes");
    try (FunctionProcess function = probe(shared).classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
    }
    LoadedClasses.in(classes).assertFromCache("shop.Probe");
    String event = Files.readString(Layer.PROJECT.resolve("examples/events/sqs.json"));
    try (FunctionProcess function = Launch.of(shared, "shop.Orders").start()) {
      assertThat(function.invoke(event)).contains("2e1424d4-f796-459a-8184-9c92662be6da");
      assertThat(function.log()).noneMatch(line -> line.startsWith("WARN"));
    }
  }

  @Test
  void passesOnWhatTheFunctionThrows() throws Exception {
    try (FunctionProcess function = probe(taskRoot).start()) {
      var outcome = function.outcome("\"fail no ice\"");
      assertThat(outcome.succeeded()).isFalse();
      assertThat(outcome.text()).contains("no ice", "java.lang.IllegalArgumentException");
      assertThat(function.ask("version")).isEqualTo("blue");
    }
  }

  private static Path link(String name, Path target) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve(name), target);
    LINKS.add(link);
    return link;
  }

  private static Launch probe(Path taskRoot) {
    return Launch.of(taskRoot, "shop.Probe");
  }
}
