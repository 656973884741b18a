package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything is.
 *
 * @param target the module's build directory: its jars, and {@code lib} with all dependencies
 * @param thaw the assembled runtime as it stands under {@code /opt}: {@code bootstrap}, {@code
 *     thaw/}
 * @param jre a JRE with {@code bin/java}: the floor's and that of AWS's client with a cache
 * @param jdk a full JDK: that of AWS's client as people run it
 * @param work task roots, caches and logs of this run
 */
record Layout(Path target, Path thaw, Path jre, Path jdk, Path work) {
  Path functions() throws IOException {
    return jar(target, "-functions.jar");
  }

  Path floor() throws IOException {
    return jar(target, "-floor.jar");
  }

  /** The build of the rivals. */
  Path rivals() {
    return target.resolveSibling("rivals");
  }

  /** A dependency's jar, whatever its version. */
  Path dependency(String artifact) throws IOException {
    return jar(target.resolve("lib"), artifact);
  }

  /** What a function is deployed with: its own jar and what it was compiled against. */
  List<Path> functionJars(BenchEvent event) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(dependency("aws-lambda-java-core"));
    jars.add(dependency("aws-lambda-java-events"));
    jars.add(functions());
    jars.add(dependency("joda-time"));
    if (event.needsSdk()) {
      try (Stream<Path> sdk = Files.list(target.resolve("sdk"))) {
        sdk.sorted().forEach(jars::add);
      }
      jars.add(dependency("utils-lite")); // of the SDK too, but AWS's client has it beside it
    }
    return jars;
  }

  /**
   * A task root with the function's jars in {@code lib}, as Lambda unpacks a zip. Functions with
   * the same jars share it.
   */
  Path taskRoot(String name, BenchEvent event) throws IOException {
    Path root = work.resolve(event.needsSdk() ? name + "-sdk" : name);
    if (!Files.exists(root)) {
      Path lib = Files.createDirectories(root.resolve("lib"));
      for (Path jar : functionJars(event)) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
      }
    }
    return root;
  }

  private static Path jar(Path directory, String part) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files
          .filter(file -> file.getFileName().toString().contains(part))
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .forEach(found::add);
    }
    if (found.size() != 1) {
      throw new IllegalStateException("one *" + part + "* expected in " + directory + ": " + found);
    }
    return found.getFirst();
  }
}
