package dev.thaw.benchmarks.page;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis.
 *
 * @param from the value at its beginning
 * @param to the value at its end
 */
record Scale(double from, double to, boolean logarithmic) {
  private static final int TICKS = 5;

  /** From zero: lengths can be compared. */
  static Scale linear(double largest) {
    return new Scale(0, largest > 0 ? largest : 1, false);
  }

  /** Equal ratios have equal lengths. */
  static Scale logarithmic(double smallest, double largest) {
    double to = Math.max(largest, smallest * 1.01);
    return new Scale(smallest, to, true);
  }

  /** Where a value stands, in percent of the axis. */
  double percent(double value) {
    double share =
        logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    return 100 * Math.clamp(share, 0, 1);
  }

  /** Round values on the axis, a handful. */
  List<Double> ticks() {
    return logarithmic ? logarithmicTicks() : linearTicks();
  }

  private List<Double> linearTicks() {
    double step = Math.pow(10, Math.floor(Math.log10(to)));
    for (double divisor : new double[] {5, 2, 1}) {
      if (to / (step / divisor) <= TICKS) {
        step /= divisor;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (int at = 0; at * step <= to; at++) {
      ticks.add(at * step);
    }
    return ticks;
  }

  private List<Double> logarithmicTicks() {
    List<Double> all = new ArrayList<>();
    List<Double> powers = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(from)); Math.pow(10, power) <= to; power++) {
      for (int digit : new int[] {1, 2, 5}) {
        double tick = digit * Math.pow(10, power);
        if (tick >= from && tick <= to) {
          all.add(tick);
          if (digit == 1) {
            powers.add(tick);
          }
        }
      }
    }
    return all.size() > TICKS + 2 && powers.size() > 1 ? powers : all;
  }
}
