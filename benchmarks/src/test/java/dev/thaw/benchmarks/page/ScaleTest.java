package dev.thaw.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void lengthsOfALinearScaleBeginAtZero() {
    Scale scale = Scale.linear(320);

    assertThat(scale.percent(0)).isZero();
    assertThat(scale.percent(160)).isEqualTo(50);
    assertThat(scale.percent(400)).isEqualTo(100);
    assertThat(scale.ticks()).containsExactly(0.0, 100.0, 200.0, 300.0);
  }

  @Test
  void equalRatiosHaveEqualLengthsOnALogarithmicScale() {
    Scale scale = Scale.logarithmic(10, 1000);

    assertThat(scale.percent(100)).isEqualTo(50);
    assertThat(scale.ticks()).containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
    assertThat(Scale.logarithmic(70, 140_000).ticks())
        .containsExactly(100.0, 1000.0, 10_000.0, 100_000.0);
  }
}
