package dev.thaw.runtime;

import com.example.Methods;
import com.example.Serializers;
import com.example.Shapes;
import com.example.Shop;
import com.example.Snapshots;
import com.example.Streams;
import com.example.ThawMethods;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The handler settings of the tests' functions, as they are found in the class files, for the build
 * of executables. A test whose setting is not among them fails, since its executable says so.
 */
public final class TestHandlers {
  /** Whose methods the tests name; with the classes inside of them. */
  private static final List<Class<?>> BY_METHOD =
      List.of(
          Methods.class,
          ThawMethods.class,
          Shop.class,
          Streams.class,
          Serializers.class,
          Shapes.AwsText.class);

  /** SnapStart is for JVMs. */
  private static final Class<?> JVM_ONLY = Snapshots.class;

  private TestHandlers() {}

  /** Finds them, where this class was found. */
  public static Set<String> find() throws Exception {
    URI home = TestHandlers.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path classes = Path.of(home);
    if (Files.isDirectory(classes)) {
      return under(classes.resolve("com/example"));
    }
    try (FileSystem jar = FileSystems.newFileSystem(classes)) {
      return under(jar.getPath("com/example"));
    }
  }

  private static Set<String> under(Path folder) throws IOException, ReflectiveOperationException {
    Set<String> settings = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !isIn(name, JVM_ONLY)) {
          String className = "com.example." + name.substring(0, name.length() - 6);
          add(Class.forName(className, false, TestHandlers.class.getClassLoader()), settings);
        }
      }
    }
    return settings;
  }

  private static boolean isIn(String file, Class<?> type) {
    String name = type.getName().substring("com.example.".length());
    return file.equals(name + ".class") || file.startsWith(name + "$");
  }

  private static void add(Class<?> type, Set<String> settings) {
    addIfPossible(type, type.getName(), settings);
    String file = type.getName().substring("com.example.".length()) + ".class";
    if (BY_METHOD.stream().anyMatch(named -> isIn(file, named))) {
      for (Method method : type.getMethods()) {
        if (method.getDeclaringClass() != Object.class) {
          addIfPossible(type, type.getName() + "::" + method.getName(), settings);
        }
      }
    }
  }

  private static void addIfPossible(Class<?> type, String setting, Set<String> settings) {
    try {
      var _ = HandlerParts.of(setting, type.getClassLoader());
      settings.add(setting);
    } catch (ReflectiveOperationException e) {
      // no handler, or one of those that a test wants refused
    }
  }
}
