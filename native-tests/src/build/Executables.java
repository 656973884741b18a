import dev.thaw.runtime.TestHandlers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds the executables that the tests start, each as a user would. What one kind of function
 * needs is not in the executable of another, so that it cannot help out.
 */
final class Executables {
  private static final String TESTS = "-tests.jar";

  /** Half the time, for slower code: where what it does counts alone. */
  private static final String QUICK = "-Ob";

  /** What stands in a layer, before a function's own. */
  private static final List<String> RUNTIME =
      List.of(
          "/thaw-runtime-bootstrap-",
          "/thaw-handler-api-",
          "/thaw-event-adapters-",
          "/aws-lambda-java-core-",
          "/aws-lambda-java-events-",
          "/joda-time-",
          "/jackson-annotations-",
          "/jspecify-");

  private final Path nativeImage;
  private final Path folder;
  private final List<String> classPath =
      List.of(System.getProperty("java.class.path").split(":", -1));

  private Executables(Path nativeImage, Path folder) {
    this.nativeImage = nativeImage;
    this.folder = folder;
  }

  /** Arguments: native-image, and the folder for the executables. */
  public static void main(String[] args) throws Exception {
    Path nativeImage = Path.of(args[0]);
    if (!Files.isExecutable(nativeImage)) {
      System.err.println(
          "There is no native-image at "
              + nativeImage
              + ": build container-base-image first, or name one as in"
              + " -Dthaw.native-image=$GRAALVM_HOME/bin/native-image");
      System.exit(1);
    }
    new Executables(nativeImage, Path.of(args[1])).build();
  }

  private void build() throws Exception {
    Set<String> rest = TestHandlers.find();
    Set<String> pojo = take(rest, "Shapes");
    Set<String> http = take(rest, "Shop");
    http.addAll(take(rest, "Streams"));
    Set<String> serialized = take(rest, "Serializers");
    Set<String> libraries = take(rest, "Sdk\\w+");
    libraries.addAll(take(rest, "LogsByLog4j"));
    Class<?> echo = Class.forName("com.example.Echo");
    for (Method method : echo.getDeclaredMethods()) {
      rest.add(echo.getName() + "::" + method.getName());
    }
    build(
        "events",
        examples("ProductPage", "Moderation", "Catalogue", "WordCount", "AuditTrail"),
        runtimeAnd("/thaw-examples-"));
    build("pojo", pojo, runtimeAnd(TESTS));
    build("http", http, runtimeAnd(TESTS));
    List<String> withServices = runtimeAnd(TESTS);
    withServices.add(services().toString());
    build("serializer", serialized, withServices, QUICK);
    List<String> withEcho = runtimeAnd(TESTS);
    withEcho.add(
        Path.of(echo.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    build("functions", rest, withEcho, QUICK);
    // The SDK's jars enable HTTPS alone, and its service is a plain one on loopback here.
    build("libraries", libraries, classPath, QUICK, "--enable-url-protocols=http");
  }

  private static Set<String> examples(String... names) {
    Set<String> settings = new TreeSet<>();
    for (String name : names) {
      settings.add("com.example." + name);
    }
    return settings;
  }

  /** Those of a class and of the classes inside of it. */
  private static Set<String> take(Set<String> rest, String name) {
    Set<String> taken = new TreeSet<>();
    for (String setting : rest) {
      if (setting.matches("com\\.example\\." + name + "([$:].*)?")) {
        taken.add(setting);
      }
    }
    rest.removeAll(taken);
    return taken;
  }

  private List<String> runtimeAnd(String jar) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath) {
      if (RUNTIME.stream().anyMatch(entry::contains) && !entry.endsWith(TESTS)) {
        entries.add(entry);
      }
    }
    for (String entry : classPath) {
      if (entry.contains(jar)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** A folder that names a serializer to whatever has it on its class path. */
  private Path services() throws IOException {
    Path services = folder.resolveSibling("services");
    Path names = Files.createDirectories(services.resolve("META-INF/services"));
    Files.writeString(
        names.resolve("com.amazonaws.services.lambda.runtime.CustomPojoSerializer"),
        "com.example.Serializers$Tagging\n");
    return services;
  }

  private void build(String name, Set<String> handlers, List<String> classPath, String... options)
      throws Exception {
    Path target = Files.createDirectories(folder.resolve(name));
    List<String> command = new ArrayList<>();
    command.add(nativeImage.toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", String.join(":", classPath)));
    command.add("-Dthaw.handlers=" + String.join(",", handlers));
    command.add("dev.thaw.runtime.Bootstrap");
    command.addAll(List.of("-o", target.resolve("bootstrap").toString()));
    Path made = target.resolve("made-from");
    String inputs = digest(command, classPath);
    if (Files.exists(made) && Files.readString(made).equals(inputs)) {
      return;
    }
    Files.deleteIfExists(made);
    System.out.println("Building the executable " + name + ", handlers: " + handlers.size());
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      System.err.println("The executable " + name + " could not be built");
      System.exit(exit);
    }
    Files.write(target.resolve("handlers"), handlers);
    Files.writeString(made, inputs);
  }

  /** Of the command and the jars: nothing is built twice from the same. */
  private String digest(List<String> command, List<String> classPath) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(command.toString().getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(nativeImage));
    for (String entry : classPath) {
      for (Path file : files(Path.of(entry))) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path entry) throws IOException {
    try (var files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
