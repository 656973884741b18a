package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the build has assembled, as {@code /opt} will hold it. */
final class Layer {
  static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  static final Path PROJECT = MODULE.resolve("..").normalize();
  static final Path TARGET = MODULE.resolve("target");
  static final Path ROOT = TARGET.resolve("thaw");
  static final Path BOOTSTRAP = ROOT.resolve("bootstrap");
  static final Path THAW_TRAIN = ROOT.resolve("thaw/bin/thaw-train");
  static final Path THAW_DOCTOR = ROOT.resolve("thaw/bin/thaw-doctor");
  static final Path THAW_NATIVE = ROOT.resolve("thaw/bin/thaw-native");

  private Layer() {}

  /** The examples as the build has packed them, without their sources and Javadoc. */
  static Path examplesJar() throws IOException {
    try (Stream<Path> files = Files.list(PROJECT.resolve("examples/target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("thaw-examples-[^-]+(-SNAPSHOT)?.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
