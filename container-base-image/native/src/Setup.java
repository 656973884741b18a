import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** Makes the command {@code native-image} out of the builder's jars, this folder and a JDK. */
final class Setup {
  private Setup() {}

  /**
   * Makes it.
   *
   * @param arguments this folder, and the one that the command goes to, with the builder's jars in
   *     {@code lib}
   */
  public static void main(String[] arguments) throws Exception {
    Path source = Path.of(arguments[0]);
    Path home = Path.of(arguments[1]).toAbsolutePath().normalize();
    try {
      compile(
          List.of("-d", fresh(home.resolve("classes")).toString()), sources(source.resolve("src")));
      compile(
          List.of(
              "-d",
              fresh(home.resolve("patch")).toString(),
              "--module-path",
              home.resolve("lib").toString(),
              "--patch-module",
              "org.graalvm.nativeimage.builder=" + source.resolve("patch")),
          sources(source.resolve("patch/com/oracle/svm/hosted")));
      CLibraries.make(source.resolve("c"), fresh(home.resolve("clib")));
      // The command runs with this JDK alone, whose libraries now lie there.
      Files.writeString(home.resolve("jdk"), System.getProperty("java.home") + "\n");
      Path bin = Files.createDirectories(home.resolve("bin"));
      Path command = bin.resolve("native-image");
      Files.copy(source.resolve("native-image"), command, StandardCopyOption.REPLACE_EXISTING);
      if (!command.toFile().setExecutable(true)) {
        throw new IOException(command + " cannot be made executable");
      }
    } catch (IOException e) {
      System.err.println("The command native-image cannot be made: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void compile(List<String> options, List<String> sources) throws IOException {
    List<String> arguments = new ArrayList<>(options);
    arguments.add("-proc:none");
    arguments.addAll(sources);
    ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
    if (compiler.run(System.out, System.err, arguments.toArray(new String[0])) != 0) {
      throw new IOException("javac refuses its sources");
    }
  }

  private static List<String> sources(Path folder) throws IOException {
    List<String> sources = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.java")) {
      files.forEach(file -> sources.add(file.toString()));
    }
    return sources;
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var walk = Files.walk(folder)) {
        for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
