package dev.thaw.codec.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The API as users have it, compiled from the sources of the module that is built after this. */
final class ApiClasses {
  private static final Path SOURCES = Path.of("../event-adapters/src/main/java/dev/thaw/codec");

  /** What is generated from the events' classes, which are not needed here. */
  private static final String EVENTS =
      """
      package dev.thaw.events;
      public final class EventCodecs {
        public static dev.thaw.codec.Codec<?> find(String className) { return null; }
      }
      """;

  private static final Path CLASSES = compile();

  private ApiClasses() {}

  /** What the compiler needs to find them. */
  static List<Object> options() {
    return List.of("-cp", CLASSES + File.pathSeparator + System.getProperty("java.class.path"));
  }

  private static Path compile() {
    try (Stream<Path> files = Files.list(SOURCES)) {
      Path classes = Files.createTempDirectory("api");
      List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
      Path events = Files.writeString(classes.resolve("EventCodecs.java"), EVENTS);
      arguments.add(events.toString());
      files
          .filter(file -> !file.endsWith("JodaTimes.java")) // needs Joda's classes
          .forEach(file -> arguments.add(file.toString()));
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (result != 0) {
        throw new IllegalStateException("The API does not compile");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
