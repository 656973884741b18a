package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Thaw at {@code /opt} and functions at {@code /var/task}, as they stand on Lambda, in a sandbox:
 * from the layer or from the image. All caches are made there, at the paths where they are used.
 */
final class Deployment {
  private static final Path TASK = Path.of("/var/task");
  private static final Path JRE = Path.of("/opt/thaw/jre");
  private static final Path FLOOR_CACHE = Path.of("/tmp/floor.aot");

  private final String name;
  private final Layout layout;
  private final Path temporary;
  private final Sandbox place;

  /**
   * @param name of the layout, as it stands in the table
   * @param sandbox with the runtime in {@code /opt}
   */
  Deployment(String name, Sandbox sandbox, Layout layout) throws IOException {
    this.name = name;
    this.layout = layout;
    temporary = Files.createDirectories(layout.work().resolve(name + "-tmp"));
    place = sandbox.with("tmp", temporary);
  }

  /**
   * Makes the caches and checks that all start: the floor, then Thaw with the function's own cache,
   * with the layer's, with none.
   */
  List<LayoutSeries> prepare(List<BenchEvent> events)
      throws IOException, InterruptedException, MeasurementException {
    FloorProgram floor = floor();
    List<LayoutSeries> all = new ArrayList<>();
    for (BenchEvent event : events) {
      Sandbox trained = task("trained", event);
      Sandbox untrained = task("untrained", event);
      train(event);
      Subject onFloor =
          floor.subject(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + FLOOR_CACHE), TASK, event);
      add(all, LayoutSeries.FLOOR, event, onFloor.in(trained, name + "-floor"));
      Subject own = thaw("own", trained, Map.of(), event);
      requireCache(own, event);
      add(all, LayoutSeries.OWN, event, own);
      add(all, LayoutSeries.LAYER, event, thaw("layer", untrained, Map.of(), event));
      Map<String, String> off = Map.of("THAW_CACHE", "off");
      add(all, LayoutSeries.NONE, event, thaw("none", untrained, off, event));
    }
    return all;
  }

  private Path taskRoot(String state, BenchEvent event) throws IOException {
    return layout.taskRoot(name + "-" + state, event);
  }

  private Sandbox task(String state, BenchEvent event) throws IOException {
    return place.with("var/task", taskRoot(state, event));
  }

  private void add(List<LayoutSeries> all, String cache, BenchEvent event, Subject subject) {
    all.add(new LayoutSeries(name, cache, new Series(event, subject)));
  }

  private Subject thaw(
      String cache, Sandbox sandbox, Map<String, String> settings, BenchEvent event) {
    List<String> command = List.of("/opt/bootstrap");
    return new Subject(name + "-" + cache, command, TASK, event.thawHandler(), settings, sandbox);
  }

  /** The bare program on this layout's JRE, outside the task root: it is no part of a function. */
  private FloorProgram floor() throws IOException, InterruptedException, MeasurementException {
    Files.copy(layout.floor(), temporary.resolve("floor.jar"));
    FloorProgram floor =
        new FloorProgram("floor", JRE, FloorProgram.FLAGS, Path.of("/tmp/floor.jar"));
    List<String> record = List.of("-XX:AOTMode=record", "-XX:AOTCacheOutput=" + FLOOR_CACHE);
    Sandbox trained = task("trained", BenchEvent.SQS);
    Subject recording = floor.subject(record, TASK, BenchEvent.SQS).in(trained, name + "-floor");
    Path cache = temporary.resolve(FLOOR_CACHE.getFileName());
    Training.run(recording, BenchEvent.SQS, cache, log("floor-training"));
    return floor;
  }

  private void train(BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    String sample = event.label() + ".json";
    Files.write(temporary.resolve(sample), event.json());
    String handler = event.thawHandler();
    List<String> command = List.of("/opt/thaw/bin/thaw-train", handler, "/tmp/" + sample);
    Path log = log(event.label() + "-training");
    Subject training =
        new Subject(name + "-train", command, TASK, handler, Map.of(), task("trained", event));
    Process process = training.start("127.0.0.1:9", log).process();
    boolean ended;
    try {
      ended = process.waitFor() == 0;
    } finally {
      process.destroyForcibly();
    }
    if (!ended || !Files.exists(taskRoot("trained", event).resolve(".thaw/" + handler + ".aot"))) {
      throw new MeasurementException("thaw-train " + handler + " failed, see " + log, null);
    }
  }

  /** Thaw says it in a line if it goes on without the function's cache, and else says nothing. */
  private void requireCache(Subject subject, BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    Path log = log(event.label() + "-check");
    ColdStart.measure(subject, event, log);
    String said = Files.readString(log);
    if (!said.isEmpty()) {
      throw new MeasurementException(subject.name() + " did not just start: " + said, null);
    }
  }

  private Path log(String file) {
    return layout.work().resolve(name + "-" + file + ".log");
  }
}
