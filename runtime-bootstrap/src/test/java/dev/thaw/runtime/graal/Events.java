package dev.thaw.runtime.graal;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.events.EventBridgeEvent;
import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes of AWS's events and of Thaw's own. */
final class Events {
  private Events() {}

  static List<Class<?>> all() throws Exception {
    List<Class<?>> all = new ArrayList<>();
    add(SQSEvent.class, "com/amazonaws/services/lambda/runtime/events", all);
    add(EventBridgeEvent.class, "dev/thaw/events", all);
    return all;
  }

  private static void add(Class<?> one, String folder, List<Class<?>> all) throws Exception {
    Path home = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(home)) {
      read(home, folder, all);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        read(jar.getPath("/"), folder, all);
      }
    }
  }

  private static void read(Path home, String folder, List<Class<?>> all) throws Exception {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(home.resolve(folder))) {
      files = walk.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      String name = home.relativize(file).toString().replace(File.separatorChar, '.');
      if (!name.contains("-info")) {
        all.add(
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                Events.class.getClassLoader()));
      }
    }
  }
}
