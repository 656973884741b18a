package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.benchmarks.floor.Floor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhRoundsTest {
  @TempDir Path directory;

  @Test
  void eachRoundIsAForkForEachSeries() throws Exception {
    List<Series> all =
        List.of(
            series("floor", BenchEvent.SQS, BenchEvent.SQS.answer()),
            series("aws", BenchEvent.SQS, BenchEvent.SQS.answer()),
            series("floor", BenchEvent.S3, BenchEvent.S3.answer()));

    run(all, 1);

    assertThat(all)
        .allSatisfy(
            series -> {
              assertThat(series.samples()).hasSize(1);
              ColdStart.Sample sample = series.samples().getFirst();
              assertThat(sample.initNanos()).isGreaterThan(5_000_000);
              assertThat(sample.responseNanos()).isGreaterThan(sample.initNanos());
              assertThat(sample.usage().cpuNanos()).isGreaterThan(5_000_000);
              assertThat(sample.usage().residentKb()).isBetween(10_000L, 500_000L);
              assertThat(sample.usage().minorFaults()).isPositive();
            });
  }

  @Test
  void aWrongAnswerIsInTheLogOfJmh() {
    assertThatThrownBy(() -> run(List.of(series("floor", BenchEvent.SQS, "null")), 1))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("jmh.log");

    assertThat(directory.resolve("jmh.log")).content().contains("answered null");
  }

  @Test
  void aSubjectThatWasNotPreparedIsNamed() {
    PreparedSubjects prepared = PreparedSubjects.in(directory);

    assertThatThrownBy(() -> prepared.read("thaw", BenchEvent.ALB))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("thaw alb");
  }

  private void run(List<Series> all, int starts) throws Exception {
    PreparedSubjects prepared = PreparedSubjects.in(directory);
    prepared.write(all);
    JmhRounds.run(all, starts, prepared);
  }

  private Series series(String name, BenchEvent event, String answer) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Floor.class.getName(),
            answer);
    return new Series(event, new Subject(name, command, directory, "any.Handler"));
  }
}
