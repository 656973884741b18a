package dev.thaw.training;

import dev.thaw.runtime.HandlerDescription;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The function's own part of the class path, to look at its classes without starting it. */
final class FunctionClassPath {
  private FunctionClassPath() {}

  /**
   * The type of the handler's events, see {@link HandlerDescription}.
   *
   * @throws TrainingException if there is no such handler
   */
  static String eventType(Path taskRoot, String handler) throws IOException, TrainingException {
    try (URLClassLoader loader = loader(taskRoot)) {
      return HandlerDescription.eventType(handler, loader);
    } catch (ReflectiveOperationException e) {
      throw new TrainingException(String.valueOf(e.getMessage()));
    } catch (LinkageError e) {
      throw new TrainingException("The function's classes do not fit together: " + e);
    }
  }

  /** A loader in the launcher's order; no class is initialized by loading it. */
  private static URLClassLoader loader(Path taskRoot) throws IOException {
    List<URL> urls = new ArrayList<>();
    Path packed = taskRoot.resolve(".thaw").resolve("classes.jar");
    if (Files.isRegularFile(packed)) {
      urls.add(packed.toUri().toURL());
    }
    for (Path folder : List.of(taskRoot.resolve("lib"), Path.of("/opt/java/lib"))) {
      if (Files.isDirectory(folder)) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
          found.forEach(jars::add);
        }
        jars.sort(null);
        for (Path jar : jars) {
          urls.add(jar.toUri().toURL());
        }
      }
    }
    return new URLClassLoader(urls.toArray(new URL[0]), FunctionClassPath.class.getClassLoader());
  }
}
