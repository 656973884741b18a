package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code thaw-train --function}: trains a function's zip where Lambda will unpack it, with its
 * layers where Lambda will, and puts the cache into the zip.
 */
final class ZipTraining {
  private static final String OPT = "/opt";
  private static final String TASK = "/var/task";
  private static final String EVENTS = "/tmp/events";

  private final TrainingOptions options;
  private final Path zip;
  private final Path folder;
  private final Path task;

  private ZipTraining(TrainingOptions options, Path zip, Path folder) throws IOException {
    this.options = options;
    this.zip = zip;
    this.folder = folder;
    this.task = Files.createDirectory(folder.resolve("task"));
  }

  /** Does what a command line with {@code --function} asks for. */
  static void train(TrainingOptions options)
      throws IOException, InterruptedException, TrainingException {
    Path function = options.function();
    if (function == null) {
      throw new IllegalArgumentException("There is no zip to train");
    }
    Path folder = Files.createTempDirectory("thaw-train");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(folder)));
    try {
      // A link stays a link: the zip that it leads to is replaced.
      new ZipTraining(options, function.toRealPath(), folder).run();
    } catch (NoSuchFileException e) {
      throw new TrainingException("There is no file " + e.getFile());
    } finally {
      delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException, TrainingException {
    try (ZipListing function = ZipListing.open(zip)) {
      ZipUnpacking unpacking = new ZipUnpacking();
      unpacking.add(function, zip);
      Path parent = zip.resolveSibling("").toAbsolutePath();
      if (!Files.isWritable(parent)) {
        throw new TrainingException("The zip cannot be replaced: no permission to write " + parent);
      }
      List<String> events = copyEvents();
      Map<String, Path> mounts = new LinkedHashMap<>();
      long layers = options.layers().isEmpty() ? mountOwn(mounts) : mountLayers(mounts);
      unpacking.unpack(task);
      mounts.put(TASK, task);
      mounts.put("/tmp", folder.resolve("tmp"));
      Path root = Files.createDirectory(folder.resolve("root"));
      Process process = process(new TrainingRoot(root, mounts), events).inheritIO().start();
      try {
        if (process.waitFor() != 0) {
          throw new TrainingException(zip + " is left as it was");
        }
      } finally {
        process.destroy();
      }
      new FunctionZip(function, task).replace(zip, layers);
    }
  }

  private ProcessBuilder process(TrainingRoot root, List<String> events) {
    List<String> command = new ArrayList<>(List.of(OPT + "/thaw/bin/thaw-train"));
    if (options.strict()) {
      command.add("--strict");
    }
    if (options.network()) {
      command.add("--network");
    }
    command.addAll(List.of("--timeout", Integer.toString(options.seconds())));
    options
        .environment()
        .forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
    command.add(options.handler());
    command.addAll(events);
    ProcessBuilder builder = root.process(EVENTS, command);
    builder.environment().put("LAMBDA_TASK_ROOT", TASK);
    return builder;
  }

  /** Copies of the events, which need not lie where the function can be let see them. */
  private List<String> copyEvents() throws IOException, TrainingException {
    Path copies = Files.createDirectories(folder.resolve("tmp/events"));
    List<String> names = new ArrayList<>();
    for (String file : options.eventFiles()) {
      Path event = Path.of(file);
      String name = String.valueOf(event.getFileName());
      Path copy = copies.resolve(name);
      if (Files.exists(copy)) {
        copy = Files.createDirectory(copies.resolve(Integer.toString(names.size()))).resolve(name);
      }
      try {
        Files.write(copy, Files.readAllBytes(event));
      } catch (NoSuchFileException e) {
        throw new TrainingException("There is no event file " + file);
      } catch (IOException e) {
        throw new TrainingException(
            "The event file " + file + " cannot be read: " + e.getMessage());
      }
      names.add(copies.relativize(copy).toString());
    }
    return names;
  }

  /** The Thaw that is running stands for the layer. What else may lie beside it does not. */
  private static long mountOwn(Map<String, Path> mounts) throws IOException {
    Path home = Path.of(System.getProperty("thaw.home")).toRealPath();
    mounts.put(OPT + "/thaw", home);
    mounts.put(OPT + "/bootstrap", home.resolveSibling("bootstrap"));
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private long mountLayers(Map<String, Path> mounts) throws IOException, TrainingException {
    Path opt = Files.createDirectory(folder.resolve("opt"));
    long size = FunctionLayers.unpack(options.layers(), opt);
    mounts.put(OPT, opt);
    return size;
  }

  /** For whoever loses patience. */
  private static void abandon(Path folder) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    delete(folder);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("thaw-train: " + folder + " cannot be deleted: " + e);
    }
  }
}
