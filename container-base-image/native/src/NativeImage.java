import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code native-image} on an ordinary JDK: GraalVM's builder as the registry has it,
 * with what else a GraalVM would bring. It is a means for tests and for machines that cannot fetch
 * a GraalVM; docs/native.md says what to release with.
 */
final class NativeImage {
  private static final String VERSION = "25.0.2";

  private NativeImage() {}

  /**
   * Builds an executable.
   *
   * @param arguments those of GraalVM's {@code native-image}
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(System.getProperty("thaw.native.home"));
    if (List.of(arguments).contains("--version")) {
      System.out.println("native-image " + VERSION + " 2026-01-20");
      System.out.println("Builder from the registry, svm " + VERSION + ", no GraalVM");
      System.out.println("On the JDK " + System.getProperty("java.runtime.version"));
      return;
    }
    try {
      System.exit(build(home, arguments));
    } catch (ArgumentException | IOException e) {
      System.err.println("native-image: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int build(Path home, String[] arguments) throws Exception {
    String architecture = System.getProperty("os.arch");
    if (!architecture.equals("amd64")) {
      throw new ArgumentException(
          "the registry's builder was made to work on x86-64 only, not on "
              + architecture
              + ": take a GraalVM");
    }
    if (Runtime.version().feature() != 25) {
      throw new ArgumentException("the registry's builder needs JDK 25, not " + Runtime.version());
    }
    Arguments given = new Arguments();
    given.addAll(ArgumentFiles.expand(List.of(arguments)));
    List<Path> classPath = given.classPath();
    List<String> fromJars = new ArrayList<>();
    ImageMetadata.of(classPath, given::addProperty, fromJars);
    Arguments jars = new Arguments();
    jars.addAll(fromJars);
    Path executable = given.executable();
    List<String> command = BuilderCommand.java(home, given);
    command.addAll(jars.options());
    command.addAll(given.options());
    command.addAll(BuilderCommand.output(home, given, executable));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status == 0 && Files.isRegularFile(executable)) {
      SharedLibraries.copyBeside(executable, home.resolve("clib/so"));
    }
    return status;
  }
}
