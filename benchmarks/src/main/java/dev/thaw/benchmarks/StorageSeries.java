package dev.thaw.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Starts of one subject, each with all its files evicted.
 *
 * @param residentBytes how much of the files was in memory after each start
 */
record StorageSeries(Series series, ColdFiles files, List<Long> residentBytes) {
  private static final double MEGABYTE = 1 << 20;

  StorageSeries(Series series, ColdFiles files) {
    this(series, files, new ArrayList<>());
  }

  String name() {
    return series.subject().name();
  }

  double[] readMegabytes() {
    return series.samples().stream().mapToDouble(s -> s.usage().readBytes() / MEGABYTE).toArray();
  }

  double[] residentMegabytes() {
    return residentBytes.stream().mapToDouble(bytes -> bytes / MEGABYTE).toArray();
  }
}
