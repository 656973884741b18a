import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries that the linker looks for: the helpers in C, and in place of the JDK's static
 * libraries, which an ordinary JDK has not, scripts that name its shared ones.
 */
final class CLibraries {
  private static final List<String> JDK_LIBRARIES =
      List.of("java", "net", "nio", "zip", "extnet", "management", "management_ext", "prefs");

  /** What the JDK's libraries want of libjvm.so, by its naming. */
  private static final Pattern WANTED = Pattern.compile("\\b(?:JVM|jio)_[A-Za-z0-9_]+");

  private static final Pattern DEFINED = Pattern.compile("\\b((?:JVM|jio)_[A-Za-z0-9]+)\\(");

  private final Path source;
  private final Path target;
  private final Path shared;
  private final Path jdk = Path.of(System.getProperty("java.home"));

  private CLibraries(Path source, Path target) throws IOException {
    this.source = source;
    this.target = target;
    this.shared = Files.createDirectories(target.resolve("so"));
  }

  static void make(Path source, Path target) throws IOException, InterruptedException {
    CLibraries libraries = new CLibraries(source, target);
    libraries.copyHeaders();
    libraries.makeHelpers();
    libraries.copyJdkLibraries();
    libraries.makeJvm();
  }

  private void copyHeaders() throws IOException {
    Path include = Files.createDirectories(target.resolve("include"));
    try (DirectoryStream<Path> headers =
        Files.newDirectoryStream(source.resolve("include"), "*.h")) {
      for (Path header : headers) {
        Files.copy(header, include.resolve(header.getFileName()));
      }
    }
  }

  private void makeHelpers() throws IOException, InterruptedException {
    List<String> archive = new ArrayList<>(List.of("ar", "rcs", "liblibchelper.a"));
    try (DirectoryStream<Path> sources = Files.newDirectoryStream(source, "*.c")) {
      for (Path file : sources) {
        String name = file.getFileName().toString();
        if (!name.equals("jvm.c")) {
          String object = name.substring(0, name.length() - 1) + "o";
          run(
              "gcc",
              "-O2",
              "-fPIC",
              "-Wall",
              "-Iinclude",
              "-c",
              file.toAbsolutePath() + "",
              "-o",
              object);
          archive.add(object);
        }
      }
    }
    run(archive.toArray(new String[0]));
    run("ar", "rcs", "libz.a"); // stands in the JDK's own library
  }

  private void copyJdkLibraries() throws IOException {
    for (String name : JDK_LIBRARIES) {
      String file = "lib" + name + ".so";
      Files.copy(jdk.resolve("lib").resolve(file), shared.resolve(file));
      script(name);
    }
  }

  private void makeJvm() throws IOException, InterruptedException {
    Set<String> missing = new TreeSet<>();
    for (String name : JDK_LIBRARIES) {
      String symbols = run("nm", "--dynamic", "--undefined-only", "so/lib" + name + ".so");
      Matcher wanted = WANTED.matcher(symbols);
      while (wanted.find()) {
        missing.add(wanted.group());
      }
    }
    Path file = source.resolve("jvm.c").toAbsolutePath();
    Matcher defined = DEFINED.matcher(Files.readString(file));
    while (defined.find()) {
      missing.remove(defined.group(1));
    }
    StringBuilder header = new StringBuilder();
    missing.forEach(name -> header.append("MISSING(").append(name).append(")\n"));
    Files.writeString(target.resolve("include/jvm_missing.h"), header);
    // The version that the JDK's libraries ask for.
    Files.writeString(target.resolve("jvm.map"), "SUNWprivate_1.1 { global: *; };\n");
    run(
        "gcc",
        "-O2",
        "-fPIC",
        "-shared",
        "-Wall",
        "-Iinclude",
        "-I" + jdk.resolve("include"),
        "-I" + jdk.resolve("include/linux"),
        "-Wl,--version-script=jvm.map",
        "-Wl,-soname,libjvm.so",
        file.toString(),
        "-o",
        "so/libjvm.so");
    script("jvm");
  }

  /** Has the linker take a shared library, if anything asks for it, where it wants a static one. */
  private void script(String name) throws IOException {
    Files.writeString(
        target.resolve("lib" + name + ".a"),
        "INPUT(AS_NEEDED(" + shared.resolve("lib" + name + ".so") + "))\n");
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(target.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new IOException(
          command[0] + " is not installed: the builder needs gcc, with the C library's headers", e);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " has failed");
    }
    return output;
  }
}
