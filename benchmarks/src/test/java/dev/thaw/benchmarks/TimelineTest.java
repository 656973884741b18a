package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.benchmarks.floor.Floor;
import dev.thaw.benchmarks.functions.TimedQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
  @TempDir Path directory;

  @Test
  void phasesFollowEachOtherFromTheMediansOfTheMoments() {
    long ms = 1_000_000;
    List<TimedStart.Moments> starts =
        List.of(
            new TimedStart.Moments(27 * ms, List.of(24 * ms, 25 * ms, 29 * ms, 30 * ms), 32 * ms),
            new TimedStart.Moments(29 * ms, List.of(26 * ms, 27 * ms, 31 * ms, 32 * ms), 34 * ms));

    List<Timeline.Phase> phases = Timeline.phases(starts, List.of(new JvmLog(2 * ms, 20 * ms)));

    assertThat(phases)
        .containsExactly(
            new Timeline.Phase("launcher", 0, 2),
            new Timeline.Phase("JVM", 2, 20),
            new Timeline.Phase("runtime", 20, 25),
            new Timeline.Phase("handler’s constructor", 25, 26),
            new Timeline.Phase("first poll", 26, 28),
            new Timeline.Phase("first event", 28, 30),
            new Timeline.Phase("handler", 30, 31),
            new Timeline.Phase("response", 31, 33));
  }

  /** A real JVM: its log's clock is the one that the harness measures with. */
  @Test
  void theJvmsLogIsReadByTheHarnesssClock() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        List.of(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Floor.class.getName(),
            BenchEvent.TIMED.answer());
    Subject subject = new Subject("floor", command, directory, "any.Handler");
    Path file = directory.resolve("jvm.log");

    TimedStart.Result start =
        TimedStart.measure(JvmLog.logged(subject, file), directory.resolve("output.log"));
    JvmLog jvm = JvmLog.read(file);

    assertThat(jvm.beganNanos() - start.beganNanos()).isPositive();
    assertThat(jvm.readyNanos()).isGreaterThan(jvm.beganNanos() + 1_000_000);
    assertThat(jvm.readyNanos() - start.beganNanos()).isLessThan(start.moments().next());
    assertThat(start.moments().next()).isLessThan(start.moments().response());
    assertThat(start.moments().function()).isEmpty();
  }

  @Test
  void aLogWithoutTheTimeIsNamed() {
    assertThatThrownBy(() -> JvmLog.parse(List.of("[17ns] Genesis, 0.01 secs"), Path.of("a.log")))
        .hasMessage("a.log does not say when the JVM was ready");
  }

  @Test
  void theTimesDoNotCountAsAnAnswer() throws Exception {
    String times =
        BenchEvent.SQS
            .answer()
            .replace("]}", ",{\"itemIdentifier\":\"" + TimedQueue.TIMES + "1\"}]}");

    BenchEvent.TIMED.check(times.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> BenchEvent.SQS.check(times.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MeasurementException.class);
  }
}
