package dev.thaw.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * AWS's aws-lambda-java-runtime-interface-client, four ways.
 *
 * <p>"aws", as people run it: the command line of the managed Java runtime as far as it is known
 * (SerialGC, C1, the opened package), on a full JDK with its default CDS archive; the client on the
 * class path and the function in {@code lib} of the task root, which is the working directory. The
 * native library lies unpacked beside it, as in the managed runtime.
 *
 * <p>"aws-jdk", an image of one's own by AWS's guide
 * (https://docs.aws.amazon.com/lambda/latest/dg/java-image.html): all jars in the task root, the
 * class path {@code ./*}, no flags. The client unpacks its native library at every start.
 *
 * <p>"aws-cds": the flags and the JDK of "aws", with an AppCDS archive of the client and the
 * function; "aws-aot": the JRE and the flags of the floor, with an AOT cache. Both are given every
 * advantage: trained with the very event that they are measured with, and the function on the
 * application class path, since no archive holds what the client's own class loader loads ({@code
 * URLClassLoader} with the application loader as its parent: what the parent has comes from there).
 * Nobody can have either on the managed runtime.
 */
final class AwsClient {
  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
  private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Layout layout;
  private final Path emptyRoot;
  private final List<String> nativeFlags;

  AwsClient(Layout layout) throws IOException {
    this.layout = layout;
    emptyRoot = Files.createDirectories(layout.work().resolve("aws-aot"));
    nativeFlags = nativeFlags(layout);
  }

  /** As people run it. */
  Subject plain(BenchEvent event) throws IOException {
    Path root = layout.taskRoot("aws", event);
    return subject("aws", layout.jdk(), FLAGS, clientJars(), root, event);
  }

  /** As AWS's guide to images says. */
  Subject image(BenchEvent event) throws IOException {
    Path root = layout.work().resolve("aws-jdk-" + event.label());
    Files.createDirectories(root);
    for (Path jar : allJars(event)) {
      Files.copy(jar, root.resolve(jar.getFileName()));
    }
    String java = layout.jdk().resolve("bin/java").toString();
    List<String> command = List.of(java, "-cp", "./*", MAIN, event.handler());
    return new Subject("aws-jdk", command, root, event.handler());
  }

  /** With an AOT cache of its own, which is made here. */
  Subject cached(BenchEvent event) throws IOException, InterruptedException, MeasurementException {
    Path cache = emptyRoot.resolve(event.label() + ".aot");
    List<String> record = List.of("-XX:AOTMode=record", "-XX:AOTCacheOutput=" + cache);
    train(cached(event, record), event, cache);
    return cached(event, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache));
  }

  private Subject cached(BenchEvent event, List<String> aot) throws IOException {
    List<String> flags = new ArrayList<>(FloorProgram.FLAGS);
    flags.addAll(aot);
    return subject("aws-aot", layout.jre(), flags, allJars(event), emptyRoot, event);
  }

  /** With an AppCDS archive of its own, which is made here. */
  Subject archived(BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    Path archive = emptyRoot.resolve(event.label() + ".jsa");
    train(archived(event, "-XX:ArchiveClassesAtExit=" + archive), event, archive);
    return archived(event, "-XX:SharedArchiveFile=" + archive);
  }

  private Subject archived(BenchEvent event, String archive) throws IOException {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add(archive);
    return subject("aws-cds", layout.jdk(), flags, allJars(event), emptyRoot, event);
  }

  private void train(Subject recording, BenchEvent event, Path cache)
      throws IOException, InterruptedException, MeasurementException {
    String log = recording.name() + "-" + event.label() + "-training.log";
    Training.run(recording, event, cache, emptyRoot.resolve(log));
  }

  private Subject subject(
      String name, Path java, List<String> flags, List<Path> jars, Path root, BenchEvent event) {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/java").toString());
    command.addAll(flags);
    command.addAll(nativeFlags);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, jars.stream().map(Path::toString).toList()));
    command.add(MAIN);
    command.add(event.handler());
    return new Subject(name, command, root, event.handler());
  }

  /** The client's and the function's, each once. */
  private List<Path> allJars(BenchEvent event) throws IOException {
    List<Path> jars = new ArrayList<>(clientJars());
    for (Path jar : layout.functionJars(event)) {
      if (!jars.contains(jar)) {
        jars.add(jar);
      }
    }
    return jars;
  }

  private List<Path> clientJars() throws IOException {
    return List.of(
        layout.dependency("aws-lambda-java-core"),
        layout.dependency("aws-lambda-java-runtime-interface-client"),
        layout.dependency("aws-lambda-java-serialization"),
        layout.dependency("utils-lite"));
  }

  /**
   * Flags with which the client takes its native library from a file, as on the managed runtime.
   */
  static List<String> nativeFlags(Layout layout) throws IOException {
    return List.of(
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "-D" + NATIVE_LIBRARY + "=" + unpackNativeLibrary(layout));
  }

  private static Path unpackNativeLibrary(Layout layout) throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "libaws-lambda-jni.linux-" + architecture + ".so";
    Path file = layout.work().resolve(name);
    Path client = layout.dependency("aws-lambda-java-runtime-interface-client");
    try (JarFile jar = new JarFile(client.toFile());
        InputStream library = jar.getInputStream(jar.getEntry("jni/" + name))) {
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
