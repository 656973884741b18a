package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures all series in one run, A B C A B C …: what disturbs the machine for a while disturbs
 * every subject alike. The first round, which fills the page cache and warms the harness itself, is
 * discarded.
 */
final class Interleaved {
  private Interleaved() {}

  /**
   * @param starts samples for each series
   * @param directory takes the logs
   */
  static void run(List<Series> all, int starts, Path directory)
      throws IOException, InterruptedException, MeasurementException {
    for (int round = 0; round <= starts; round++) {
      for (Series series : all) {
        Path log =
            directory.resolve(series.subject().name() + "-" + series.event().label() + ".log");
        ColdStart.Sample sample = ColdStart.measure(series.subject(), series.event(), log);
        if (round > 0) {
          series.samples().add(sample);
        }
      }
    }
  }
}
