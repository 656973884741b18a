package dev.thaw.training;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code thaw-train}: gives a function an AOT cache of its own. */
public final class Train {
  private static final String USAGE =
      """
      usage: thaw-train [OPTION ...] HANDLER [EVENT.json ...]
      Runs the function in LAMBDA_TASK_ROOT (/var/task) on the events, or on built-in samples of its
      event type, and leaves an AOT cache of it in .thaw/ there.
        --strict            fail, and leave no cache, if an event fails
        --env NAME=VALUE    set a variable of the function while it trains
        --network           let it reach the network; its credentials are dummies all the same
        --timeout SECONDS   how long its init phase and each event may take (60)
        --function FILE.zip train that zip, and put the cache into it
        --layer FILE.zip    a layer that the zip's function has; one option each
      """;

  private Train() {}

  /**
   * Trains the function in {@code LAMBDA_TASK_ROOT}.
   *
   * @param args options, the handler setting, then files with events
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && (args[0].equals("--help") || args[0].equals("-h"))) {
      System.out.print(USAGE);
      return;
    }
    TrainingOptions options;
    try {
      options = TrainingOptions.parse(List.of(args));
    } catch (TrainingException e) {
      System.err.print("thaw-train: " + e.getMessage() + "\n" + USAGE);
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
    String root = System.getenv().getOrDefault("LAMBDA_TASK_ROOT", "/var/task");
    Path taskRoot = Path.of(root).toAbsolutePath().normalize();
    if (!Files.isDirectory(taskRoot)) {
      throw new TrainingException("The task root " + taskRoot + " is not there");
    }
    if (handler.contains("/")) {
      throw new TrainingException("\"" + handler + "\" is no handler setting");
    }
    List<TrainingEvent> events = events(options.eventFiles());
    Path folder = taskRoot.resolve(".thaw");
    try {
      Files.createDirectories(folder);
      try {
        train(options, taskRoot, CacheFiles.of(taskRoot, handler).cache(), events);
      } finally {
        deleteIfEmpty(folder);
      }
    } catch (FileSystemException e) {
      String reason = e instanceof AccessDeniedException ? "no permission" : e.getReason();
      throw new TrainingException(e.getFile() + " cannot be written: " + reason);
    }
  }

  private static void train(
      TrainingOptions options, Path taskRoot, Path cache, List<TrainingEvent> given)
      throws IOException, InterruptedException, TrainingException {
    final long began = System.nanoTime();
    CacheFiles files = new CacheFiles(cache);
    files.delete(); // from here on there is no cache until the new one is whole
    TrainingReport report = new TrainingReport(options.handler());
    report.loose(new LooseFiles(taskRoot).pack());
    report.unreadable(Permissions.unreadable(taskRoot));
    report.keptTimes(
        JarTimes.set(
            List.of(taskRoot.resolve("lib"), cache.resolveSibling(""), Path.of("/opt/java/lib"))));
    List<TrainingEvent> events = given;
    if (events.isEmpty()) {
      String type = FunctionClassPath.eventType(taskRoot, options.handler());
      events = Samples.of(type);
      report.samples(type, events);
    } else {
      report.events(events);
    }
    NetworkCut cut = options.network() ? NetworkCut.NOTHING : NetworkCut.here();
    report.network(cut);
    report.agents(TrainingEnvironment.leavesOutAgents(System.getenv()));
    // Twice, since the second invocation of an environment runs code of its own; then an error.
    List<TrainingEvent> fed = new ArrayList<>(events);
    fed.addAll(events);
    fed.add(
        new TrainingEvent(
            "an event that is no JSON", Samples.bytes("{"), null, TrainingEvent.Expected.EITHER));
    List<String> failures;
    try (HostsFile hosts = HostsFile.unlessAllIsCut(cut)) {
      failures =
          new TrainingRun(
                  Path.of(System.getProperty("thaw.home")).resolveSibling("bootstrap"),
                  taskRoot,
                  options.handler(),
                  cache,
                  hosts.addTo(TrainingEnvironment.of(System.getenv(), options.environment(), cut)),
                  options.seconds())
              .run(fed);
    }
    report.failures(failures);
    if (options.strict() && !failures.isEmpty()) {
      files.delete();
      throw new TrainingException("No cache was made, since --strict wants every event to succeed");
    }
    files.publish();
    report.made(cache, System.nanoTime() - began);
  }

  private static List<TrainingEvent> events(List<String> files) throws TrainingException {
    List<TrainingEvent> events = new ArrayList<>();
    for (String file : files) {
      try {
        events.add(new TrainingEvent(file, Files.readAllBytes(Path.of(file))));
      } catch (NoSuchFileException e) {
        throw new TrainingException("There is no event file " + file);
      } catch (IOException e) {
        throw new TrainingException(
            "The event file " + file + " cannot be read: " + e.getMessage());
      }
    }
    return events;
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // It holds a cache, another handler's perhaps, or the function's own classes.
    }
  }
}
