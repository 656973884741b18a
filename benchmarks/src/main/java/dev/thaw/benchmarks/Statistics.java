package dev.thaw.benchmarks;

import java.util.Arrays;

/** What is said about a list of measured values. */
final class Statistics {
  private Statistics() {}

  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * A quantile, interpolated between the two nearest values.
   *
   * @param values in any order, not changed; at least one
   * @param fraction 0 is the smallest, 1 the largest
   */
  static double quantile(double[] values, double fraction) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The median of the ratios of values that were measured in the same round. A machine that slows
   * down for a while slows both, and the ratio stays.
   */
  static double pairedRatio(double[] values, double[] base) {
    if (values.length != base.length) {
      throw new IllegalArgumentException(values.length + " values against " + base.length);
    }
    double[] ratios = new double[values.length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = values[round] / base[round];
    }
    return median(ratios);
  }
}
