package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Thaw as Lambda starts it: {@code bootstrap} with the plain Lambda environment, the function's
 * jars in the task root.
 */
final class ThawRuntime {
  private final Layout layout;
  private final Path untrained;

  ThawRuntime(Layout layout) throws IOException {
    this.layout = layout;
    untrained = layout.taskRoot("thaw-layer");
  }

  /** From the layer's cache, which knows nothing of the function and holds no Jackson. */
  Subject layerCache(BenchEvent event) {
    return subject("thaw-layer", untrained, event);
  }

  /** From the function's own cache, which is made here as its author would make it. */
  Subject ownCache(BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    Path root = layout.taskRoot("thaw-" + event.label());
    Path sample = layout.work().resolve("thaw-" + event.label() + ".json");
    Path log = layout.work().resolve("thaw-" + event.label() + "-training.log");
    Files.write(sample, event.json());
    ProcessBuilder train =
        new ProcessBuilder(
            layout.thaw().resolve("thaw/bin/thaw-train").toString(),
            event.handler(),
            sample.toString());
    train.environment().put("LAMBDA_TASK_ROOT", root.toString());
    train.redirectErrorStream(true).redirectOutput(log.toFile());
    if (train.start().waitFor() != 0) {
      throw new MeasurementException("thaw-train " + event.handler() + " failed, see " + log, null);
    }
    return subject("thaw", root, event);
  }

  private Subject subject(String name, Path taskRoot, BenchEvent event) {
    Path bootstrap = layout.thaw().resolve("bootstrap");
    return new Subject(name, List.of(bootstrap.toString()), taskRoot, event.handler());
  }
}
