package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code --layouts}: the layer and the image, each with the function's own cache, with the layer's
 * and with none, beside the floor on the same JRE at the same place.
 *
 * <p>A start is measured from the moment at which its process becomes the program ({@code
 * bootstrap}, or the floor's JVM) until the first response was received. The mount namespace that
 * the process is in was made before that, see {@link Sandbox}.
 */
final class Layouts {
  private Layouts() {}

  static void run(Options options, Layout layout)
      throws IOException, InterruptedException, MeasurementException {
    Sandbox.require();
    Path image = options.image();
    if (image != null && !Files.isExecutable(image.resolve("opt/bootstrap"))) {
      throw new MeasurementException(image + " holds no image: opt/bootstrap is not there", null);
    }
    Path layer = options.layer();
    if (layer == null) {
      layer =
          LayerZip.find(layout.target().resolve("../../container-base-image/target").normalize());
    }
    Path unpacked = Files.createTempDirectory("thaw-layer");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteAtEnd(unpacked)));
    if (!Files.isDirectory(layer)) {
      LayerZip.unpack(layer, unpacked);
      layer = unpacked;
    }
    Layout machine =
        new Layout(layout.target(), layer, layer.resolve("thaw/jre"), layout.jdk(), layout.work());
    Report report =
        new Report(
            Machine.describe(machine),
            Origin.describe(options.command(), layout.target()),
            layout.target().resolve("results"));
    System.out.println(Machine.describe(machine));
    System.out.println("training ...");
    List<LayoutSeries> all = new ArrayList<>();
    Map<String, Path> system = Sandbox.system();
    Sandbox ofLayer =
        new Sandbox(layout.work().resolve("layer-root"), system)
            .with("opt", layer)
            .with("var/task", layout.work())
            .with("tmp", layout.work())
            .create();
    all.addAll(
        new Deployment("layer", ofLayer, layout).prepare(options.events(Options.Part.LAYOUTS)));
    if (image != null) {
      Sandbox ofImage = new Sandbox(image, Sandbox.devices());
      all.addAll(
          new Deployment("image", ofImage, layout).prepare(options.events(Options.Part.LAYOUTS)));
    }
    List<Series> series = all.stream().map(LayoutSeries::series).toList();
    Interleaved.run(series, options.starts(), layout.work());
    print(all, options.starts());
    if (image == null) {
      System.out.printf(
          "%nThe image was left out: --image \"$(buildah mount \"$(buildah from thaw/java:25)\")\""
              + " adds it.%n");
    }
    ArrayNode results = new JsonMapper().createArrayNode();
    for (LayoutSeries each : all) {
      results.add(Report.json(each.series()));
    }
    report.write("layouts", options.starts(), results);
  }

  private static void print(List<LayoutSeries> all, int starts) {
    System.out.printf(
        Locale.ROOT,
        "%nCold start at /opt and /var/task: start to first response received, %d interleaved"
            + " starts each%nafter a discarded warm-up; ratios are medians of the rounds' own"
            + " ratios%n%n%-9s %-7s %-10s %s %8s%n",
        starts,
        "event",
        "layout",
        "cache",
        ColdTable.header(),
        "ms/floor");
    for (LayoutSeries each : all) {
      Series series = each.series();
      System.out.printf(
          Locale.ROOT,
          "%-9s %-7s %-10s %s %8.2f%n",
          series.event().label(),
          each.layout(),
          each.cache(),
          ColdTable.measures(series),
          each.timesFloor(all));
    }
    System.out.println();
    for (LayoutSeries each : all) {
      double budget = LayoutSeries.budget(each.series().event());
      if (each.cache().equals(LayoutSeries.OWN) && !Double.isNaN(budget)) {
        double times = each.timesFloor(all);
        System.out.printf(
            Locale.ROOT,
            "%s, %s, own cache: %.2f x the floor, budget <= %.2f x: %s%n",
            each.layout(),
            each.series().event().label(),
            times,
            budget,
            times <= budget ? "kept" : "EXCEEDED");
      }
    }
  }

  private static void deleteAtEnd(Path folder) {
    try {
      Bench.delete(folder);
    } catch (IOException e) {
      System.err.println(folder + " could not be deleted: " + e);
    }
  }
}
