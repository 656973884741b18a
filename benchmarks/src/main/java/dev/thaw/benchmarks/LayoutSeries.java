package dev.thaw.benchmarks;

import java.util.List;

/**
 * Starts in one layout with one cache.
 *
 * @param layout "layer" or "image"
 * @param cache what is used: one of the constants
 */
record LayoutSeries(String layout, String cache, Series series) {
  static final String FLOOR = "the floor";
  static final String OWN = "own cache";
  static final String LAYER = "layer's";
  static final String NONE = "none";

  /**
   * The most that the function's own cache may cost, as a multiple of the floor; NaN: no budget.
   */
  static double budget(BenchEvent event) {
    return switch (event) {
      case SQS -> 1.15;
      case POJO -> 2.6; // by databind
      case ALB, S3, KINESIS, DYNAMODB -> 1.25;
      case HTTP, CLIENT, TIMED -> Double.NaN;
    };
  }

  /** The same event's floor in the same layout. */
  Series floor(List<LayoutSeries> all) {
    for (LayoutSeries other : all) {
      if (other.cache.equals(FLOOR)
          && other.layout.equals(layout)
          && other.series.event() == series.event()) {
        return other.series;
      }
    }
    throw new IllegalArgumentException("no floor beside " + this);
  }

  double timesFloor(List<LayoutSeries> all) {
    return Statistics.pairedRatio(series.responseMillis(), floor(all).responseMillis());
  }
}
