import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the jars on the class path ask of their build, under {@code META-INF/native-image/}. */
final class ImageMetadata {
  private static final String ROOT = "META-INF/native-image";
  private static final String PROPERTIES = "native-image.properties";

  private static final Map<String, String> CONFIGURATIONS =
      Map.of(
          "reachability-metadata.json", "ReachabilityMetadataResources",
          "reflect-config.json", "ReflectionConfigurationResources",
          "resource-config.json", "ResourceConfigurationResources",
          "jni-config.json", "JNIConfigurationResources",
          "proxy-config.json", "DynamicProxyConfigurationResources",
          "serialization-config.json", "SerializationConfigurationResources");

  private ImageMetadata() {}

  /**
   * Gathers it.
   *
   * @param jvm takes options of the builder's JVM
   * @param arguments gets arguments as on the command line
   */
  static void of(List<Path> classPath, Consumer<String> jvm, List<String> arguments)
      throws IOException {
    for (Path element : classPath) {
      if (Files.isDirectory(element)) {
        add(element, jvm, arguments);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(element)) {
          add(jar.getPath("/"), jvm, arguments);
        }
      }
    }
  }

  private static void add(Path root, Consumer<String> jvm, List<String> arguments)
      throws IOException {
    Path folder = root.resolve(ROOT);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        String resource = root.relativize(file).toString();
        if (name.equals(PROPERTIES)) {
          addProperties(file, resource, jvm, arguments);
        } else if (CONFIGURATIONS.containsKey(name)) {
          arguments.add("-H:" + CONFIGURATIONS.get(name) + "=" + resource);
        }
      }
    }
  }

  private static void addProperties(
      Path file, String resource, Consumer<String> jvm, List<String> arguments) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    String here = resource.substring(0, resource.length() - PROPERTIES.length() - 1);
    arguments.addAll(words(properties, "Args", here));
    words(properties, "JavaArgs", here).forEach(jvm);
  }

  private static List<String> words(Properties properties, String key, String here) {
    return ArgumentFiles.words(properties.getProperty(key, "").replace("${.}", here));
  }
}
