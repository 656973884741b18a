package dev.thaw.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cold starts as a JMH benchmark: each fork warms the harness in itself and then starts the whole
 * process of its subject once. The score is the call as a whole, with the process's end; what a
 * start took is in the counters, which JMH adds up over the forks: the means are what they say
 * divided by {@code starts}.
 *
 * <p>{@code bin/bench --cold --jmh} runs it interleaved. By hand, once {@code bin/bench --cold
 * --quick} has prepared the subjects:
 *
 * <pre>
 * java -cp 'benchmarks/target/thaw-benchmarks.jar:benchmarks/target/lib/*' org.openjdk.jmh.Main \
 *     ColdStartBenchmark -p event=SQS -p subject=floor,thaw,aws
 * </pre>
 *
 * <p>{@link Interleaved} is the default because a fork costs so much more than most starts: 1.15 s
 * of CPU time for each sample (64 samples of four subjects on two cores), which makes half an hour
 * for 60 series of 25. Memory and page faults come out the same both ways, to 0.1 %. Times were
 * compared on a busy machine only, where the medians of two runs in the harness differed from each
 * other more than from those in forks: that they agree is not shown.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(15)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdStartBenchmark {
  /** The file of the prepared subjects, if it is not the one that bin/bench leaves. */
  static final String SUBJECTS = "thaw.benchmarks.subjects";

  private static final double NANOS_PER_MS = 1e6;

  @Param({"ALB", "SQS", "S3", "KINESIS", "DYNAMODB", "POJO", "HTTP", "CLIENT"})
  public String event = "";

  @Param({"floor", "thaw", "thaw-layer", "thaw-none", "aws-aot", "aws-cds", "aws", "aws-jdk"})
  public String subject = "";

  private @Nullable Subject prepared;
  private Path log = Path.of("");

  /** What one start took, until its response had been received. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counters {
    public double starts;
    public double initMillis;
    public double responseMillis;
    public double cpuMillis;
    public double residentKb;
    public double peakKb;
    public double minorFaults;
    public double majorFaults;
    public double readBytes;

    private void set(ColdStart.Sample sample) {
      starts = 1;
      initMillis = sample.initNanos() / NANOS_PER_MS;
      responseMillis = sample.responseNanos() / NANOS_PER_MS;
      cpuMillis = sample.usage().cpuNanos() / NANOS_PER_MS;
      residentKb = sample.usage().residentKb();
      peakKb = sample.usage().peakKb();
      minorFaults = sample.usage().minorFaults();
      majorFaults = sample.usage().majorFaults();
      readBytes = sample.usage().readBytes();
    }
  }

  @Setup
  public void prepare() throws IOException, InterruptedException, MeasurementException {
    String file = System.getProperty(SUBJECTS);
    PreparedSubjects subjects =
        file == null
            ? PreparedSubjects.in(Bench.work())
            : new PreparedSubjects(Path.of(file).toAbsolutePath());
    prepared = subjects.read(subject, BenchEvent.valueOf(event));
    log = subjects.file().resolveSibling(subject + "-" + event + "-jmh.log");
    HarnessWarmUp.run(subjects.file().resolveSibling(""));
  }

  @Benchmark
  public void start(Counters counters)
      throws IOException, InterruptedException, MeasurementException {
    counters.set(
        ColdStart.measure(Objects.requireNonNull(prepared), BenchEvent.valueOf(event), log));
  }
}
