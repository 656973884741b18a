package dev.thaw.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the layer's own cache, which serves every function that has none: part of the build. */
final class TrainLayer {
  private TrainLayer() {}

  /**
   * Trains the runtime.
   *
   * @param args the folder that holds {@code bootstrap} and {@code thaw}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path layer = Path.of(args[0]).toAbsolutePath().normalize();
    Path cache = Files.createDirectories(layer.resolve("thaw/cache")).resolve("runtime.aot");
    Path taskRoot = Files.createTempDirectory("thaw-layer");
    try {
      List<String> failures =
          new TrainingRun(layer.resolve("bootstrap"), taskRoot, "dev.thaw.runtime.Rehearsal", cache)
              .run(events());
      // No class of a function stands in this cache: there is nothing to compare at start.
      Files.deleteIfExists(cache.resolveSibling("runtime.fingerprint"));
      if (!failures.isEmpty()) {
        throw new TrainingException("The rehearsal failed: " + failures);
      }
    } catch (TrainingException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } finally {
      Files.delete(taskRoot);
    }
  }

  private static List<TrainingEvent> events() throws IOException {
    List<TrainingEvent> events = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      events.add(part("LoadBalancer", Samples.read("alb"), false));
      events.add(part("Web", Samples.read("alb"), false));
      events.add(part("Queue", Samples.read("sqs"), false));
      events.add(part("Bucket", Samples.read("s3"), false));
      events.add(part("Stream", Samples.read("kinesis"), false));
      events.add(part("Table", Samples.read("dynamodb"), false));
      events.add(part("Text", Samples.bytes("\"text\""), false));
      events.add(part("Failure", Samples.read("sqs"), true));
      events.add(part("Queue", Samples.bytes("{"), true));
    }
    return events;
  }

  private static TrainingEvent part(String name, byte[] event, boolean fails) {
    String clientContext = "{\"custom\":{\"part\":\"" + name + "\"}}";
    TrainingEvent.Expected expected =
        fails ? TrainingEvent.Expected.FAILURE : TrainingEvent.Expected.SUCCESS;
    return new TrainingEvent(name, event, clientContext, expected);
  }
}
