package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users add to the JVM's command line, by variables and by a wrapper. */
class OptionsIT {
  /** As in AWS's documents: the options before the last argument, which is the main class. */
  private static final String INSERTING =
      """
      #!/bin/bash
      echo wrapped
      args=("$@")
      args=("${args[@]:0:$#-1}" -Dcolour=red "${args[@]: -1}")
      exec "${args[@]}"
      """;

  @TempDir private static Path folder;
  private static Path taskRoot;

  @BeforeAll
  static void build() throws Exception {
    taskRoot = folder.resolve("task");
    Functions.jar(taskRoot.resolve("lib/probe.jar"), Functions.compile("Probe", "Version"));
    Functions.loose(taskRoot, Functions.text("settings.txt", "old"));
    ThawTrain.succeeding(taskRoot, "shop.Probe");
  }

  @Test
  void wrapperInsertsOptionsBeforeTheMainClass() throws Exception {
    try (FunctionProcess function = probe("AWS_LAMBDA_EXEC_WRAPPER", wrapper(INSERTING)).start()) {
      assertThat(function.ask("property colour")).isEqualTo("red");
      assertThat(function.ask("pid")).isEqualTo(Long.toString(function.pid()));
      assertThat(function.log()).containsExactly("wrapped");
    }
  }

  @Test
  void wrapperSetsVariables() throws Exception {
    String wrapper = wrapper("#!/bin/sh\nexport JAVA_TOOL_OPTIONS=-Dcolour=red\nexec \"$@\"\n");
    try (FunctionProcess function = probe("AWS_LAMBDA_EXEC_WRAPPER", wrapper).start()) {
      assertThat(function.ask("property colour")).isEqualTo("red");
    }
  }

  /** What it has added holds, and so do the loose files in place of their copies. */
  @Test
  void wrapperRunsOnceWhereTheCacheDoesNotFit() throws Exception {
    Path stale = folder.resolve("stale");
    Functions.jar(stale.resolve("lib/probe.jar"), Functions.compile("Probe", "Version"));
    Functions.loose(stale, Functions.text("settings.txt", "old"));
    ThawTrain.succeeding(stale, "shop.Probe");
    Functions.loose(stale, Functions.text("settings.txt", "new"));
    try (FunctionProcess function =
        Launch.of(stale, "shop.Probe")
            .with("AWS_LAMBDA_EXEC_WRAPPER", wrapper(INSERTING))
            .start()) {
      assertThat(function.ask("property colour")).isEqualTo("red");
      assertThat(function.ask("resource settings.txt")).isEqualTo("new");
      assertThat(function.ask("environment THAW_CACHE")).isEqualTo("null");
      assertThat(function.ask("property thaw.cache")).isEqualTo("null");
      String restarted = function.ask("property java.class.path");
      try (FunctionProcess plain =
          Launch.of(stale, "shop.Probe").with("THAW_CACHE", "layer").start()) {
        assertThat(restarted).isEqualTo(plain.ask("property java.class.path"));
      }
      assertThat(function.log()).hasSize(2).first().isEqualTo("wrapped");
      assertThat(function.log().getLast()).contains("file settings.txt has changed");
    }
  }

  @Test
  void saysThatTheWrapperIsMissing() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "exec \"$@\"");
    for (String wrapper : List.of(folder + "/missing", plain.toString(), folder.toString())) {
      try (FunctionProcess function = probe("AWS_LAMBDA_EXEC_WRAPPER", wrapper).start()) {
        assertThat(function.exit()).isNotZero();
        assertThat(function.log())
            .singleElement()
            .asString()
            .contains("AWS_LAMBDA_EXEC_WRAPPER", wrapper);
      }
    }
  }

  /** Later than ours, so that they win; words, and nothing that the shell would read in them. */
  @Test
  void optionsOfTheUserAreWords() throws Exception {
    try (FunctionProcess function =
        probe("THAW_JVM_OPTIONS", " -Dcolour=*\t-Dtaste=$(id)'  -Xmx300m\n").start()) {
      assertThat(function.ask("property colour")).isEqualTo("*");
      assertThat(function.ask("property taste")).isEqualTo("$(id)'");
      assertThat(function.ask("flag MaxHeapSize")).isEqualTo(Long.toString(300L << 20));
      assertThat(function.log()).isEmpty();
    }
  }

  /** On the command line ours would win over the variable, and two collectors do not start. */
  @ParameterizedTest
  @CsvSource({
    "-Xmx200m, MaxHeapSize, 209715200",
    "-Xms400m, InitialHeapSize, 419430400",
    "-XX:MaxRAMPercentage=50, MaxHeapSize, 268435456",
    "-XX:+UseParallelGC, UseParallelGC, true",
    "-XX:+UseG1GC, UseSerialGC, false",
    "-XX:+UseZGC, UseZGC, true",
    "-XX:TieredStopAtLevel=3, TieredStopAtLevel, 3",
    "-XX:TieredStopAtLevel=1, TieredStopAtLevel, 1",
    "-XX:MaxDirectMemorySize=9m, MaxDirectMemorySize, 9437184",
    "-XX:-TieredCompilation, TieredCompilation, false",
  })
  void oursStepBack(String option, String flag, String value) throws Exception {
    for (String variable : List.of("JAVA_TOOL_OPTIONS", "THAW_JVM_OPTIONS")) {
      try (FunctionProcess function = probe(variable, option).start()) {
        assertThat(function.ask("flag " + flag)).isEqualTo(value);
      }
    }
  }

  @Test
  void timeZoneOfTheUserLeavesTheLocale() throws Exception {
    try (FunctionProcess function = probe("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC").start()) {
      assertThat(function.ask("locale")).isEqualTo("en_US");
    }
  }

  /** The JVM does not start with both, and AWS's runtime lets users have an archive of theirs. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xshare:auto", "-Xshare:off", "-XX:SharedArchiveFile=/tmp/none.jsa"})
  void archiveOfTheUserTakesThePlaceOfTheCache(String option) throws Exception {
    try (FunctionProcess function = probe("JAVA_TOOL_OPTIONS", option).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .filteredOn(line -> line.startsWith("WARN"))
          .singleElement()
          .asString()
          .contains(option.replaceAll("=.*", "") + " in JAVA_TOOL_OPTIONS");
    }
  }

  @Test
  void oursStepBackForTheOldVariable() throws Exception {
    try (FunctionProcess function = probe("_JAVA_OPTIONS", "-XX:+UseG1GC").start()) {
      assertThat(function.ask("flag UseG1GC")).isEqualTo("true");
    }
  }

  @Test
  void saysThatAnOptionOfTheWrapperHasTheCacheRefused() throws Exception {
    String wrapper =
        wrapper(INSERTING.replace("-Dcolour=red", "--add-opens=java.base/java.util=ALL-UNNAMED"));
    try (FunctionProcess function = probe("AWS_LAMBDA_EXEC_WRAPPER", wrapper).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.log())
          .filteredOn(line -> line.startsWith("WARN"))
          .singleElement()
          .asString()
          .contains("--add-opens of AWS_LAMBDA_EXEC_WRAPPER");
    }
  }

  @Test
  void valuesOfVariablesAreUtf8() throws Exception {
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe").withoutVariables().with("TEXT", "Grüße €").start()) {
      assertThat(function.ask("environment TEXT")).isEqualTo("Grüße €");
    }
  }

  /** The task root is read-only on Lambda: the report stands in the log. */
  @Test
  void crashIsReportedInTheLog() throws Exception {
    try (FunctionProcess function =
        probe("THAW_JVM_OPTIONS", "-XX:-CreateCoredumpOnCrash").start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      new ProcessBuilder("/bin/sh", "-c", "kill -SEGV " + function.pid()).start().waitFor();
      assertThat(function.exit()).isNotZero();
      assertThat(function.log()).anyMatch(line -> line.contains("SIGSEGV"));
    }
    try (var files = Files.list(taskRoot)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("hs_err"));
    }
  }

  /** Lambda chooses a user of its own, and lets it write to /tmp alone. */
  @Test
  void runsReadOnlyAsAnyUser() throws Exception {
    boolean installed = Files.isExecutable(Path.of("/usr/bin/bwrap"));
    assertThat(installed || !"true".equals(System.getenv("CI"))).as("bwrap is there").isTrue();
    assumeTrue(installed, "bwrap is not installed");
    try (FunctionProcess function =
        Launch.of(taskRoot, "shop.Probe")
            .as(
                "/usr/bin/bwrap",
                "--ro-bind",
                "/",
                "/",
                "--proc",
                "/proc",
                "--unshare-user",
                "--uid",
                "65534",
                "--die-with-parent")
            .start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(function.ask("property thaw.cache")).endsWith("shop.Probe.aot");
      assertThat(function.log()).isEmpty();
    }
  }

  private static Launch probe(String variable, String value) {
    return Launch.of(taskRoot, "shop.Probe").with(variable, value);
  }

  private static String wrapper(String text) throws Exception {
    Path file = Files.createTempFile(folder, "wrapper", "");
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true, false)).isTrue();
    return file.toString();
  }
}
