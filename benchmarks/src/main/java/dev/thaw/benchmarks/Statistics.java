package dev.thaw.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What is said about a list of measured values. */
public final class Statistics {
  private static final int RESAMPLES = 4000;
  private static final long SEED = 20_261_124;

  /** Where a median lies, with 95 % confidence. */
  public record Interval(double low, double high) {}

  private Statistics() {}

  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * A quantile, interpolated between the two nearest values.
   *
   * @param values in any order, not changed; at least one
   * @param fraction 0 is the smallest, 1 the largest
   */
  public static double quantile(double[] values, double fraction) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The 95 % interval of the median by bootstrap, percentile method. The same values give the same
   * interval.
   *
   * @param values in any order, not changed; at least one
   */
  public static Interval interval(double[] values) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] medians = new double[RESAMPLES];
    double[] resample = new double[values.length];
    for (int at = 0; at < RESAMPLES; at++) {
      for (int drawn = 0; drawn < resample.length; drawn++) {
        resample[drawn] = values[random.nextInt(values.length)];
      }
      medians[at] = median(resample);
    }
    return new Interval(quantile(medians, 0.025), quantile(medians, 0.975));
  }

  /**
   * The median of the ratios of values that were measured in the same round. A machine that slows
   * down for a while slows both, and the ratio stays.
   */
  public static double pairedRatio(double[] values, double[] base) {
    return median(ratios(values, base));
  }

  /** The ratios of values that were measured in the same round, round by round. */
  public static double[] ratios(double[] values, double[] base) {
    if (values.length != base.length) {
      throw new IllegalArgumentException(values.length + " values against " + base.length);
    }
    double[] ratios = new double[values.length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = values[round] / base[round];
    }
    return ratios;
  }
}
