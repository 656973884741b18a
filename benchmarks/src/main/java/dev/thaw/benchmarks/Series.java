package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** All starts of one subject with one event, round by round. */
final class Series {
  private static final double NANOS_PER_MS = 1e6;
  private static final double KB_PER_MB = 1024;

  private final BenchEvent event;
  private final Subject subject;
  private final List<ColdStart.Sample> samples = new ArrayList<>();
  private @Nullable ClassLoads classes;

  Series(BenchEvent event, Subject subject) {
    this.event = event;
    this.subject = subject;
  }

  BenchEvent event() {
    return event;
  }

  Subject subject() {
    return subject;
  }

  List<ColdStart.Sample> samples() {
    return samples;
  }

  /** What a start loads; null if that was not looked at. */
  @Nullable ClassLoads classes() {
    return classes;
  }

  /** Looks at what a start loads, in one more that is no sample. */
  void findClasses(Path directory) throws IOException, InterruptedException, MeasurementException {
    classes = ClassLoads.of(subject, event, directory);
  }

  double[] responseMillis() {
    return values(sample -> sample.responseNanos() / NANOS_PER_MS);
  }

  double[] initMillis() {
    return values(sample -> sample.initNanos() / NANOS_PER_MS);
  }

  double[] cpuMillis() {
    return values(sample -> sample.usage().cpuNanos() / NANOS_PER_MS);
  }

  double[] residentMegabytes() {
    return values(sample -> sample.usage().residentKb() / KB_PER_MB);
  }

  double[] minorFaults() {
    return values(sample -> sample.usage().minorFaults());
  }

  private double[] values(ToDoubleFunction<ColdStart.Sample> value) {
    return samples.stream().mapToDouble(value).toArray();
  }
}
