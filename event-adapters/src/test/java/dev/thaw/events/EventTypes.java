package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All types that are events or responses, as they are found in the class files. */
final class EventTypes {
  private EventTypes() {}

  /** AWS's. */
  static List<Class<?>> aws() throws Exception {
    URI jar = home(SQSEvent.class);
    try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
      return in(files.getPath("/"), SQSEvent.class.getPackageName());
    }
  }

  /** Ours. */
  static List<Class<?>> own() throws Exception {
    Path classes = Path.of(home(EventBridgeEvent.class));
    return in(classes, EventBridgeEvent.class.getPackageName()).stream()
        .filter(Class::isRecord)
        .toList();
  }

  /** The sample of one. */
  static Path sample(Class<?> type) {
    return Path.of("src/samples", type.getSimpleName() + ".json");
  }

  private static URI home(Class<?> type) throws Exception {
    CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
    return source.getLocation().toURI();
  }

  private static List<Class<?>> in(Path classes, String packageName) throws IOException {
    try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
          .<Class<?>>map(name -> load(packageName + "." + name.substring(0, name.length() - 6)))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, EventTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
