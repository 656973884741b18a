package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

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
}
