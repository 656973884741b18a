package dev.thaw.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * All warm loops of one subject with one load, round by round.
 *
 * @param allocatedBytes by an invocation; null where nobody can say
 */
record WarmSeries(
    WarmLoad load,
    Subject subject,
    @Nullable Double allocatedBytes,
    List<WarmLoop.Sample> samples) {
  WarmSeries(WarmLoad load, Subject subject, @Nullable Double allocatedBytes) {
    this(load, subject, allocatedBytes, new ArrayList<>());
  }

  double[] micros(double percentile) {
    return values(sample -> sample.latencies().getValueAtPercentile(percentile) / 1e3);
  }

  double[] cpuMicros() {
    return values(sample -> sample.cpuNanos() / 1e3);
  }

  double[] perSecond() {
    return values(WarmLoop.Sample::perSecond);
  }

  double[] residentMegabytes() {
    return values(sample -> sample.usage().residentKb() / 1024.0);
  }

  private double[] values(ToDoubleFunction<WarmLoop.Sample> value) {
    return samples.stream().mapToDouble(value).toArray();
  }
}
