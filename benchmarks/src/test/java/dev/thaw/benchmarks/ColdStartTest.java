package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.benchmarks.floor.Floor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path directory;

  @Test
  void aStartIsMeasuredUpToItsResponse() throws Exception {
    ColdStart.Sample sample = measure(Floor.class.getName(), BenchEvent.SQS.answer());

    assertThat(sample.initNanos()).isGreaterThan(5_000_000);
    assertThat(sample.responseNanos()).isGreaterThan(sample.initNanos());
    assertThat(sample.usage().cpuNanos()).isGreaterThan(5_000_000);
    assertThat(sample.usage().residentKb()).isBetween(10_000L, 500_000L);
    assertThat(sample.usage().peakKb()).isGreaterThanOrEqualTo(sample.usage().residentKb());
    assertThat(sample.usage().minorFaults()).isPositive();
  }

  @Test
  void aWrongAnswerDoesNotCount() {
    assertThatThrownBy(() -> measure(Floor.class.getName(), "null"))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("answered null");
  }

  @Test
  void aProcessThatEndsDoesNotCount() {
    assertThatThrownBy(() -> measure("no.such.Main", "null"))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("exit 1");
  }

  private ColdStart.Sample measure(String mainClass, String answer) throws Exception {
    return ColdStart.measure(
        subject(mainClass, answer), BenchEvent.SQS, directory.resolve("output.log"));
  }

  private Subject subject(String mainClass, String answer) {
    List<String> command =
        List.of(JAVA.toString(), "-cp", System.getProperty("java.class.path"), mainClass, answer);
    return new Subject("floor", command, directory, "any.Handler");
  }
}
