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
 * AWS's aws-lambda-java-runtime-interface-client, two ways.
 *
 * <p>As people run it: the command line of the managed Java runtime as far as it is known
 * (SerialGC, C1, the opened package), on a full JDK with its default CDS archive; the client on the
 * class path and the function in {@code lib} of the task root, which is the working directory. The
 * native library lies unpacked beside it, as in the managed runtime: the client as a plain
 * dependency of an image would unpack it at every start.
 *
 * <p>With its own AOT cache, given every advantage: the JRE and flags of the floor, trained with
 * the very event it is measured with, and the function on the application class path, since no
 * cache holds what the client's own class loader loads ({@code URLClassLoader} with the application
 * loader as its parent: what the parent has comes from there). Nobody can have this on the managed
 * runtime.
 */
final class AwsClient {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final Layout layout;
  private final Path taskRoot;
  private final Path emptyRoot;
  private final Path nativeLibrary;

  AwsClient(Layout layout) throws IOException {
    this.layout = layout;
    taskRoot = layout.taskRoot("aws");
    emptyRoot = Files.createDirectories(layout.work().resolve("aws-aot"));
    nativeLibrary = unpackNativeLibrary(layout);
  }

  /** As people run it. */
  Subject plain(BenchEvent event) throws IOException {
    List<String> flags = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return subject("aws", layout.jdk(), flags, clientJars(), taskRoot, event);
  }

  /** With an AOT cache of its own, which is made here. */
  Subject cached(BenchEvent event) throws IOException, InterruptedException, MeasurementException {
    List<Path> jars = new ArrayList<>(clientJars());
    for (Path jar : layout.functionJars()) {
      if (!jars.contains(jar)) {
        jars.add(jar);
      }
    }
    Path cache = emptyRoot.resolve(event.label() + ".aot");
    Path log = emptyRoot.resolve(event.label() + "-training.log");
    Subject recording = cached(jars, event, "-XX:AOTMode=record", "-XX:AOTCacheOutput=" + cache);
    Training.run(recording, event, cache, log);
    return cached(jars, event, "-XX:AOTMode=on", "-XX:AOTCache=" + cache);
  }

  private Subject cached(List<Path> jars, BenchEvent event, String... aot) {
    List<String> flags = new ArrayList<>(FloorProgram.FLAGS);
    flags.addAll(List.of(aot));
    return subject("aws-aot", layout.jre(), flags, jars, emptyRoot, event);
  }

  private Subject subject(
      String name, Path java, List<String> flags, List<Path> jars, Path root, BenchEvent event) {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/java").toString());
    command.addAll(flags);
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("-D" + NATIVE_LIBRARY + "=" + nativeLibrary);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, jars.stream().map(Path::toString).toList()));
    command.add(MAIN);
    command.add(event.handler());
    return new Subject(name, command, root, event.handler());
  }

  private List<Path> clientJars() throws IOException {
    return List.of(
        layout.dependency("aws-lambda-java-core"),
        layout.dependency("aws-lambda-java-runtime-interface-client"),
        layout.dependency("aws-lambda-java-serialization"),
        layout.dependency("utils-lite"));
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
