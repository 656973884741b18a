package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Thaw as a native executable. Functions whose size is spoken of have one each: SQS, the plain
 * type, HTTP, the client. The other four events share one, which holds the codecs of all four and
 * so starts no faster than four would.
 */
final class NativeFunctions {
  static final String NATIVE = "native";
  static final String CODEC = "native-codec";

  /** The names of all subjects made here. */
  static final List<String> NAMES = List.of(NATIVE, CODEC);

  private final Layout layout;
  private final NativeImage image;
  private final NativeBuild build;

  NativeFunctions(Layout layout, NativeImage image) {
    this.layout = layout;
    this.image = image;
    build = new NativeBuild(image, layout.target().resolve("native"));
  }

  static NativeFunctions of(Layout layout) {
    Path own = layout.target().resolve("../../container-base-image/target/native/bin/native-image");
    return new NativeFunctions(layout, new NativeImage(System.getenv(), own.normalize()));
  }

  /** Why there are none; empty where they can be built. */
  Optional<String> missing() {
    return image.missing();
  }

  Subject subject(String name, BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    if (name.equals(CODEC)) {
      String handler = ThawRuntime.CODEC_TILL;
      return subject(name, handler, make(CODEC, List.of(handler), event, List.of()));
    }
    String executable = executable(event);
    List<String> handlers =
        Arrays.stream(BenchEvent.values())
            .filter(other -> executable(other).equals(executable))
            .map(BenchEvent::thawHandler)
            .toList();
    return subject(name, event.thawHandler(), make(executable, handlers, event, List.of()));
  }

  /** The function of SQS from a builder with other flags. */
  Subject variant(String name, List<String> flags)
      throws IOException, InterruptedException, MeasurementException {
    String handler = BenchEvent.SQS.thawHandler();
    String executable = flags.isEmpty() ? executable(BenchEvent.SQS) : "variant-" + name;
    return subject(name, handler, make(executable, List.of(handler), BenchEvent.SQS, flags));
  }

  private static String executable(BenchEvent event) {
    return switch (event) {
      case ALB, S3, KINESIS, DYNAMODB -> "events";
      case SQS, POJO, HTTP, CLIENT, TIMED -> event.label();
    };
  }

  private NativeExecutable make(
      String name, List<String> handlers, BenchEvent event, List<String> flags)
      throws IOException, InterruptedException, MeasurementException {
    Files.createDirectories(layout.target().resolve("native"));
    List<Path> jars = new ArrayList<>(runtimeJars());
    // The runtime has some of the function's jars too, under names without a version.
    jars.addAll(layout.functionJars(event));
    return build.make(name, handlers, jars, flags);
  }

  /** As in the launcher: our jars before AWS's, two classes of which the runtime replaces. */
  private List<Path> runtimeJars() throws IOException {
    try (Stream<Path> files = Files.list(layout.thaw().resolve("thaw/lib"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .sorted(
              Comparator.comparing(
                      (Path file) -> !file.getFileName().toString().startsWith("thaw-"))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }

  /** With the task root that is deployed: the executable and what lies beside it. */
  private static Subject subject(String name, String handler, NativeExecutable executable) {
    List<String> command = List.of(executable.program().toString());
    return new Subject(name, command, executable.folder(), handler);
  }
}
