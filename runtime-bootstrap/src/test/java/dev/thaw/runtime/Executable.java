package dev.thaw.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A native executable with handlers in it. The system property {@code thaw.native} names a folder:
 * where it is set, the tests run on the executables there in place of the JVM. Each is a folder of
 * that folder, with {@code bootstrap} and the handler settings that were built in, one a line of
 * {@code handlers}.
 */
record Executable(Path folder) {
  private static final String PROPERTY = "thaw.native";

  /** Holds what no other does; says itself what it does not hold. */
  private static final String REST = "functions";

  static boolean areTested() {
    return !System.getProperty(PROPERTY, "").isEmpty();
  }

  static Executable named(String name) {
    return new Executable(Path.of(System.getProperty(PROPERTY, "")).resolve(name));
  }

  /** The one that a handler was built into. */
  static Executable with(String handler) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty(PROPERTY, "")))) {
      return folders
          .map(Executable::new)
          .filter(executable -> executable.handlers().contains(handler))
          .min((a, b) -> a.folder().compareTo(b.folder()))
          .orElse(named(REST));
    }
  }

  Path file() {
    return folder.resolve("bootstrap");
  }

  List<String> handlers() {
    try {
      return Files.readAllLines(folder.resolve("handlers"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Options of a JVM as an executable takes them: by a variable, and few of them.
   *
   * @return the variable's value
   */
  static String options(List<String> options) {
    List<String> known = new ArrayList<>();
    for (String option : options) {
      if (option.matches("-(Xmx|XX:MaxDirectMemorySize=|D).*")) {
        known.add(option);
      } else if (!option.startsWith("--enable-native-access=")) { // a matter of the build
        throw new IllegalArgumentException(
            "No executable knows the option " + option + ": mark the test as @JvmOnly");
      }
    }
    return String.join(" ", known);
  }
}
