package dev.thaw.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function's executable with the libraries that travel with it.
 *
 * @param folder holds {@code bootstrap} and nothing that is not deployed
 */
record NativeExecutable(Path folder) {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /** That of a subject; empty where its program is a launcher or a JVM. */
  static Optional<NativeExecutable> of(Subject subject) throws IOException {
    Path program = Path.of(subject.command().getFirst());
    if (!program.endsWith("bootstrap") || !Files.isRegularFile(program)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(program)) {
      return Arrays.equals(in.readNBytes(ELF.length), ELF)
          ? Optional.of(new NativeExecutable(program.resolveSibling("")))
          : Optional.empty();
    }
  }

  Path program() {
    return folder.resolve("bootstrap");
  }

  long executableBytes() throws IOException {
    return Files.size(program());
  }

  /** Of all files beside the executable. */
  long libraryBytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes - executableBytes();
  }
}
