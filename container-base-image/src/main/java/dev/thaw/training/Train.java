package dev.thaw.training;

import dev.thaw.runtime.HandlerDescription;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code thaw-train}: gives a function an AOT cache of its own. */
public final class Train {
  private static final String USAGE =
      "usage: thaw-train HANDLER [EVENT.json ...]\n"
          + "Runs the function in LAMBDA_TASK_ROOT (/var/task) on the events, or on built-in samples"
          + " of its\nevent type, and leaves an AOT cache of it in .thaw/ there.";

  private Train() {}

  /**
   * Trains the function in {@code LAMBDA_TASK_ROOT}.
   *
   * @param args the handler setting, then files with events
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    TrainingOptions options;
    try {
      options = TrainingOptions.parse(List.of(args));
    } catch (TrainingException e) {
      System.err.println("thaw-train: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
      return;
    }
    try {
      if (options.function() == null) {
        train(options);
      } else {
        ZipTraining.train(options);
      }
    } catch (TrainingException e) {
      System.err.println("thaw-train: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void train(TrainingOptions options)
      throws IOException, InterruptedException, TrainingException {
    String handler = options.handler();
    Path home = Path.of(System.getProperty("thaw.home"));
    String root = System.getenv().getOrDefault("LAMBDA_TASK_ROOT", "/var/task");
    Path taskRoot = Path.of(root).toAbsolutePath().normalize();
    if (!Files.isDirectory(taskRoot)) {
      throw new TrainingException("The task root " + taskRoot + " is not there");
    }
    if (handler.contains("/")) {
      throw new TrainingException("\"" + handler + "\" is no handler setting");
    }
    List<TrainingEvent> events = new ArrayList<>();
    for (String file : options.eventFiles()) {
      try {
        events.add(new TrainingEvent(file, Files.readAllBytes(Path.of(file))));
      } catch (NoSuchFileException e) {
        throw new TrainingException("There is no event file " + file);
      } catch (IOException e) {
        throw new TrainingException(
            "The event file " + file + " cannot be read: " + e.getMessage());
      }
    }
    Path folder = Files.createDirectories(taskRoot.resolve(".thaw"));
    Path cache = folder.resolve(handler + ".aot");
    Path fingerprint = folder.resolve(handler + ".fingerprint");
    Files.deleteIfExists(fingerprint); // from here on the old cache, if any, is not used
    new LooseFiles(taskRoot).pack();
    if (events.isEmpty()) {
      events.addAll(samples(taskRoot, handler));
    }
    // Twice, since the second invocation of an environment runs code of its own; then an error.
    List<TrainingEvent> fed = new ArrayList<>(events);
    fed.addAll(events);
    fed.add(new TrainingEvent("malformed event", Samples.bytes("{"), null, true));

    TrainingRun run = new TrainingRun(home.resolveSibling("bootstrap"), taskRoot, handler, cache);
    List<String> failures;
    try {
      failures = run.run(fed);
    } catch (TrainingException e) {
      Files.deleteIfExists(fingerprint);
      throw e;
    }
    Files.writeString(fingerprint, "cache " + Files.size(cache) + "\n", StandardOpenOption.APPEND);
    letAllRead(folder);
    for (String failure : failures) {
      System.err.println("thaw-train: " + failure);
    }
    System.out.println(
        "thaw-train: " + cache + " holds " + handler + " (" + Files.size(cache) / 1024 + " KB)");
  }

  /** Lambda runs functions as a user of its own, whoever built them and with whatever umask. */
  private static void letAllRead(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
  }

  private static List<TrainingEvent> samples(Path taskRoot, String handler)
      throws IOException, TrainingException {
    try (URLClassLoader loader = FunctionClassPath.loader(taskRoot)) {
      return Samples.of(HandlerDescription.eventType(handler, loader));
    } catch (ReflectiveOperationException e) {
      throw new TrainingException(String.valueOf(e.getMessage()));
    }
  }
}
