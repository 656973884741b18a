package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code --memory}: cold starts with the CPU share and the memory of functions of several sizes. A
 * machine that lets nobody make control groups is no reason to fail: the output says so.
 */
final class MemorySizes {
  /**
   * Memory sizes in MB, and the part of the samples that six minutes allow: small ones are slow.
   */
  private static final Map<Integer, Double> SIZES =
      new TreeMap<>(Map.of(128, 0.2, 256, 0.2, 512, 0.27, 1024, 0.4, 1769, 0.67));

  private MemorySizes() {}

  static void run(Options options, Subjects subjects, Layout layout, Report report)
      throws IOException, InterruptedException, MeasurementException {
    ArrayNode results = new JsonMapper().createArrayNode();
    try (MemoryGroups groups = MemoryGroups.create(SIZES.keySet())) {
      List<MemorySeries> all = measure(options, subjects, layout, groups);
      MemoryTable.print(all);
      for (MemorySeries each : all) {
        results.add(
            Report.json(each.series())
                .put("memoryMegabytes", each.limits().megabytes())
                .put("throttle", each.limits().throttle().label()));
      }
      report.write("memory", options.starts(), results);
    } catch (MemoryGroups.NotPossible e) {
      System.out.printf("%nMemory sizes were not measured: %s%n", e.getMessage());
      report.write("memory", options.starts(), results, Map.of("problem", e.getMessage()));
    }
  }

  private static List<MemorySeries> measure(
      Options options, Subjects subjects, Layout layout, MemoryGroups groups)
      throws IOException, InterruptedException, MeasurementException {
    List<MemorySeries> all = new ArrayList<>();
    for (BenchEvent event : options.events(Options.Part.MEMORY)) {
      List<String> names =
          options.subjects(Options.Part.MEMORY).stream()
              .filter(name -> subjects.available(name, event))
              .toList();
      for (String name : names) {
        Subject subject = subjects.subject(name, event);
        // The discarded one, which fills the page cache, needs no limits.
        ColdStart.measure(subject, event, log(layout, subject, event));
      }
      for (int megabytes : SIZES.keySet()) {
        for (Limits.Throttle throttle : Limits.Throttle.values()) {
          Limits limits = new Limits(megabytes, throttle, groups.of(megabytes));
          for (String name : names) {
            Subject subject = subjects.subject(name, event);
            String size = Integer.toString(megabytes);
            Subject sized = subject.with("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", size);
            all.add(new MemorySeries(limits, new Series(event, sized)));
          }
        }
      }
    }
    for (int round = 1; round <= options.starts(); round++) {
      for (MemorySeries each : all) {
        Limits limits = each.limits();
        if (takesPart(limits.megabytes(), round, options.starts())) {
          Series series = each.series();
          Path log = log(layout, series.subject(), series.event());
          series.samples().add(ColdStart.measure(series.subject(), series.event(), log, limits));
        }
      }
    }
    return all;
  }

  /** All subjects of a size take part in the same rounds, spread over the whole run. */
  private static boolean takesPart(int megabytes, int round, int rounds) {
    int samples = Math.max(1, (int) (rounds * SIZES.getOrDefault(megabytes, 1.0)));
    return round * samples / rounds > (round - 1) * samples / rounds;
  }

  private static Path log(Layout layout, Subject subject, BenchEvent event) {
    return layout.work().resolve(subject.name() + "-" + event.label() + ".log");
  }
}
