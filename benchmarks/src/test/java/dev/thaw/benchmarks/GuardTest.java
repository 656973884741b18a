package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rule by which a commit counts as slower, on samples that are made up. */
class GuardTest {
  private static final int ROUNDS = 15;
  private static final int RUNS = 200;

  /**
   * 4 % of noise for each start, a start in ten disturbed, the machine itself up to 30 % slower.
   */
  private static int slower(double factor) {
    Random random = new Random(3);
    int slower = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] current = new double[ROUNDS];
      double[] base = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        double machine = 1 + 0.3 * random.nextDouble();
        current[round] = 32 * factor * machine * noise(random);
        base[round] = 32 * machine * noise(random);
      }
      slower += Guard.Verdict.of(current, base).slower() ? 1 : 0;
    }
    return slower;
  }

  private static double noise(Random random) {
    return 1 + 0.04 * random.nextGaussian() + (random.nextInt(10) == 0 ? 0.3 : 0);
  }

  @Test
  void noiseIsNoRegression() {
    assertThat(slower(1)).isLessThanOrEqualTo(1);
    assertThat(slower(1.03)).isLessThan(RUNS / 20);
  }

  @Test
  void aRegressionIsOne() {
    assertThat(slower(1.15)).isGreaterThan(RUNS * 9 / 10);
    assertThat(slower(1.3)).isGreaterThan(RUNS * 19 / 20);
  }

  @Test
  void aCommitThatIsNotThereIsNoBase() throws Exception {
    try (BaseBuild build = new BaseBuild(Path.of("..").toAbsolutePath().normalize())) {
      assertThat(build.make("0000000000000000000000000000000000000000")).isNull();
    }
  }
}
