import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.UUID;

/** The command that runs the builder. */
final class BuilderCommand {
  private static final String MODULE = "org.graalvm.nativeimage.builder";
  private static final String MAIN = "com.oracle.svm.hosted.NativeImageGeneratorRunner";

  /** Takes the place of the module of that name in the JDK, which is an empty one. */
  private static final String COMPILER = "compiler-";

  private BuilderCommand() {}

  /** The JVM with the builder on its module path, and the function's class path as an argument. */
  static List<String> java(Path home, Arguments arguments) throws IOException, ArgumentException {
    StringJoiner modules = new StringJoiner(":");
    Path compiler = null;
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("lib"), "*.jar")) {
      for (Path jar : files) {
        jars.add(jar);
        if (jar.getFileName().toString().startsWith(COMPILER)) {
          compiler = jar;
        } else {
          modules.add(jar.toString());
        }
      }
    }
    if (compiler == null) {
      throw new ArgumentException("the builder is not in " + home.resolve("lib"));
    }
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseParallelGC",
            "-XX:MaxRAMPercentage=60",
            "-Xss10m",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:+EnableJVMCI",
            "-XX:-UseJVMCICompiler", // the compiler is for the executable, not for the builder
            "-Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader",
            "-Dorg.graalvm.nativeimage.imagecode=buildtime",
            "-Djdk.internal.lambda.disableEagerInitialization=true",
            "-Djava.lang.invoke.InnerClassLambdaMetafactory.initializeLambdas=false",
            // Else the executable would find no native access to give to its own libraries.
            "--enable-native-access=" + MODULE,
            "--add-modules=ALL-DEFAULT,org.graalvm.nativeimage.configure",
            "--module-path=" + modules,
            "--upgrade-module-path=" + compiler,
            "--patch-module=" + MODULE + "=" + home.resolve("patch")));
    command.add("@" + exports(home, jars));
    command.addAll(arguments.jvm());
    command.addAll(List.of("--module", MODULE + "/" + MAIN));
    StringJoiner classPath = new StringJoiner(":");
    arguments.classPath().forEach(element -> classPath.add(element.toAbsolutePath().toString()));
    command.addAll(List.of("-imagecp", classPath.toString(), "-imagemp", ""));
    return command;
  }

  /** What comes last, and what the builder is told of the machine. */
  static List<String> output(Path home, Arguments arguments, Path executable)
      throws ArgumentException {
    return List.of(
        "-H:Class=" + arguments.mainClass(),
        "-H:Name=" + executable.getFileName(),
        "-H:Path=" + executable.getParent(),
        "-H:ImageBuildID=" + UUID.randomUUID(),
        "-H:CLibraryPath=" + home.resolve("clib"),
        // Its library is not in the registry. A Lambda's memory is no limit of a container anyway.
        "-H:-UseContainerSupport",
        "-H:NativeLinkerOption=-Wl,-rpath,$ORIGIN/" + SharedLibraries.FOLDER);
  }

  /** Every package of the JDK, exported to the builder; too long for a command line. */
  private static Path exports(Path home, List<Path> jars) throws IOException {
    StringJoiner builders = new StringJoiner(",");
    ModuleFinder.of(jars.toArray(new Path[0]))
        .findAll()
        .forEach(module -> builders.add(module.descriptor().name()));
    StringBuilder options = new StringBuilder();
    // Of the modules that this JVM has, which are those that the builder gets.
    for (Module module : ModuleLayer.boot().modules()) {
      String name = module.getName();
      if (name.startsWith("jdk.graal.compiler")) {
        continue;
      }
      for (String exported : new TreeSet<>(module.getPackages())) {
        options.append("--add-exports=").append(name).append('/').append(exported).append('=');
        options.append(builders).append('\n');
      }
    }
    Path file = home.resolve("exports");
    if (!Files.exists(file) || !Files.readString(file).contentEquals(options)) {
      Path written = Files.createTempFile(home, "exports", "");
      Files.writeString(written, options);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
