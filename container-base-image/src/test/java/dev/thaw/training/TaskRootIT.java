package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
}
