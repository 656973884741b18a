package dev.thaw.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Builds executables, which takes minutes for each. One is built anew when a jar, a flag or the
 * builder has changed, and else stays from run to run.
 */
final class NativeBuild {
  private final NativeImage builder;
  private final Path directory;

  /**
   * @param directory takes a folder and a log for each executable
   */
  NativeBuild(NativeImage builder, Path directory) {
    this.builder = builder;
    this.directory = directory;
  }

  /**
   * @param name of its folder
   * @param handlers what it can run
   * @param jars Thaw's, then the function's
   * @param flags further ones for the builder
   * @throws MeasurementException if it cannot be built
   */
  NativeExecutable make(String name, List<String> handlers, List<Path> jars, List<String> flags)
      throws IOException, InterruptedException, MeasurementException {
    String missing = builder.missing().orElse(null);
    if (missing != null) {
      throw new MeasurementException(name + " cannot be built: " + missing, null);
    }
    Path command = Objects.requireNonNull(builder.command());
    NativeExecutable executable = new NativeExecutable(directory.resolve(name));
    Path stamp = directory.resolve(name + ".inputs");
    List<String> inputs = inputs(command, handlers, jars, flags);
    if (Files.exists(stamp) && Files.readAllLines(stamp).equals(inputs)) {
      return executable;
    }
    Files.deleteIfExists(stamp);
    Bench.delete(executable.folder());
    Files.createDirectories(executable.folder());
    System.out.printf("building the executable %s ...%n", name);
    Path log = directory.resolve(name + ".log");
    List<String> line = new ArrayList<>(List.of(command.toString(), "-cp", classPath(jars)));
    line.add("-Dthaw.handlers=" + String.join(",", handlers));
    line.addAll(flags);
    line.addAll(List.of("dev.thaw.runtime.Bootstrap", "-o", executable.program().toString()));
    Process process =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0 || !Files.isExecutable(executable.program())) {
      throw new MeasurementException(name + " could not be built, see " + log, null);
    }
    Files.write(stamp, inputs);
    return executable;
  }

  private static String classPath(List<Path> jars) {
    return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
  }

  /** All that an executable comes from. */
  private static List<String> inputs(
      Path command, List<String> handlers, List<Path> jars, List<String> flags)
      throws IOException, InterruptedException {
    List<String> inputs = new ArrayList<>(List.of(NativeImage.version(command)));
    inputs.addAll(handlers);
    inputs.addAll(flags);
    for (Path jar : jars) {
      inputs.add(jar.getFileName() + " " + digest(jar));
    }
    return inputs;
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
