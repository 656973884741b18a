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
  static final String CODEC_TILL = "dev.thaw.benchmarks.functions.CodecTill";

  private final Layout layout;

  ThawRuntime(Layout layout) {
    this.layout = layout;
  }

  /** From the layer's cache, which knows nothing of the function and holds no Jackson. */
  Subject layerCache(BenchEvent event) throws IOException {
    return subject("thaw-layer", untrained(event), event);
  }

  /** From no cache at all. */
  Subject noCache(BenchEvent event) throws IOException {
    return subject("thaw-none", untrained(event), event).with("THAW_CACHE", "off");
  }

  private Path untrained(BenchEvent event) throws IOException {
    return layout.taskRoot("thaw-layer", event);
  }

  /** From the function's own cache, which is made here as its author would make it. */
  Subject ownCache(BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    return trained("thaw", event.thawHandler(), event);
  }

  /** The same for a function of {@link BenchEvent#POJO} whose types have generated codecs. */
  Subject generatedCodec(BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    return trained("thaw-codec", CODEC_TILL, event);
  }

  private Subject trained(String name, String handler, BenchEvent event)
      throws IOException, InterruptedException, MeasurementException {
    String label = name + "-" + event.label();
    Path root = layout.taskRoot(label, event);
    Path sample = layout.work().resolve(label + ".json");
    Path log = layout.work().resolve(label + "-training.log");
    Files.write(sample, event.json());
    ProcessBuilder train =
        new ProcessBuilder(
            layout.thaw().resolve("thaw/bin/thaw-train").toString(), handler, sample.toString());
    train.environment().put("LAMBDA_TASK_ROOT", root.toString());
    train.redirectErrorStream(true).redirectOutput(log.toFile());
    if (train.start().waitFor() != 0) {
      throw new MeasurementException("thaw-train " + handler + " failed, see " + log, null);
    }
    return subject(name, root, event).running(handler);
  }

  private Subject subject(String name, Path taskRoot, BenchEvent event) {
    Path bootstrap = layout.thaw().resolve("bootstrap");
    return new Subject(name, List.of(bootstrap.toString()), taskRoot, event.thawHandler());
  }
}
