package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A trained function for tests to spoil, each after the last one has put it right again.
 *
 * @param folder holds all that belongs to it
 * @param taskRoot the function
 * @param jar the one of its code
 * @param event what it was trained with
 */
record TrainedProbe(Path folder, Path taskRoot, Path jar, String event) {
  static final String HANDLER = "shop.Probe";

  /** Makes and trains it. */
  static TrainedProbe in(Path folder) throws Exception {
    Path taskRoot = folder.resolve("task");
    Path jar = taskRoot.resolve("lib/shop.jar");
    Functions.jar(jar, shop("blue"));
    Functions.jar(taskRoot.resolve("lib/unused.jar"), Functions.text("unused.txt", "unused"));
    Functions.loose(taskRoot, Functions.text("settings.txt", "old"));
    // The event makes the cache hold the class that will change.
    String event = ThawTrain.event(folder, "event", "\"version\"");
    ThawTrain.succeeding(taskRoot, HANDLER, event);
    copy(taskRoot, backup(folder));
    return new TrainedProbe(folder, taskRoot, jar, event);
  }

  /** Puts all files back as training left them. */
  void restore() throws IOException {
    delete(taskRoot);
    copy(backup(folder), taskRoot);
  }

  Path cache() {
    return taskRoot.resolve(".thaw/shop.Probe.aot");
  }

  Path fingerprint() {
    return taskRoot.resolve(".thaw/shop.Probe.fingerprint");
  }

  Launch launch() {
    return Launch.of(taskRoot, HANDLER);
  }

  void assertFits() throws Exception {
    Path classes = Files.createTempDirectory(folder, "classes").resolve("loaded");
    try (FunctionProcess function = launch().classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo("blue");
      assertThat(warnings(function)).isEmpty();
    }
    LoadedClasses.in(classes).assertFromCache("shop.Probe").assertFromCache("shop.Version");
  }

  /** New code in the same process, our classes from the layer's cache, and one line in the log. */
  void assertFallsBack(String version, String reason) throws Exception {
    try (FunctionProcess function = launch().start()) {
      assertThat(function.ask("version")).isEqualTo(version);
      assertThat(function.ask("pid")).isEqualTo(Long.toString(function.pid()));
      assertThat(function.log())
          .singleElement()
          .asString()
          .startsWith("WARN thaw: The function's cache is not used")
          .contains(reason)
          .endsWith("Run thaw-train anew.");
    }
    Path classes = Files.createTempDirectory(folder, "classes").resolve("loaded");
    try (FunctionProcess function = launch().classesTo(classes).start()) {
      assertThat(function.ask("version")).isEqualTo(version);
    }
    LoadedClasses.in(classes)
        .assertFromCache("dev.thaw.runtime.Bootstrap")
        .assertNotFromCache("shop.Version");
  }

  static List<String> warnings(FunctionProcess function) throws IOException {
    return function.log().stream().filter(line -> line.startsWith("WARN")).toList();
  }

  static Map<String, byte[]> shop(String version) {
    return new TreeMap<>(Functions.compile(Map.of("blue", version), "Probe", "Version"));
  }

  private static Path backup(Path folder) {
    return folder.resolve("backup");
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.toList()) {
        Path copied = to.resolve(from.relativize(file));
        Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
