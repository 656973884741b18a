package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void quantilesAreInterpolated() {
    double[] values = {4, 1, 3, 2};

    assertThat(Statistics.median(values)).isEqualTo(2.5);
    assertThat(Statistics.quantile(values, 0.25)).isEqualTo(1.75);
    assertThat(Statistics.quantile(values, 1)).isEqualTo(4);
    assertThat(values).containsExactly(4, 1, 3, 2);
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    // The machine was three times slower in the second round: the ratio of the medians would be 6.
    double[] slow = {20, 60, 20};
    double[] fast = {10, 30, 2};

    assertThat(Statistics.pairedRatio(slow, fast)).isEqualTo(2);
  }

  /**
   * The order statistics between which a median lies with 95 % confidence, by the binomial
   * distribution: the 18th and the 32nd of 49 (P = 0.956). The bootstrap must come near.
   */
  @Test
  void theIntervalIsThatOfTheBinomialDistribution() {
    double[] values = new double[49];
    for (int at = 0; at < values.length; at++) {
      values[at] = at + 1;
    }

    Statistics.Interval interval = Statistics.interval(values);

    assertThat(interval.low()).isBetween(17.0, 19.0);
    assertThat(interval.high()).isBetween(31.0, 33.0);
    assertThat(Statistics.interval(values)).isEqualTo(interval);
  }

  @Test
  void oneValueIsItsOwnInterval() {
    assertThat(Statistics.interval(new double[] {7})).isEqualTo(new Statistics.Interval(7, 7));
  }

  /** Of a hundred intervals around samples of one distribution, some 95 hold its median. */
  @Test
  void theIntervalHoldsTheMedianAsOftenAsItSays() {
    Random random = new Random(7);
    int sets = 400;
    int held = 0;
    for (int set = 0; set < sets; set++) {
      double[] values = new double[25];
      for (int at = 0; at < values.length; at++) {
        values[at] = 30 - Math.log(1 - random.nextDouble()); // skewed, as the times of starts are
      }
      Statistics.Interval interval = Statistics.interval(values);
      double median = 30 + Math.log(2);
      if (interval.low() <= median && median <= interval.high()) {
        held++;
      }
    }

    assertThat((double) held / sets).isBetween(0.92, 0.98);
  }
}
