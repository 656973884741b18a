package dev.thaw.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.thaw.benchmarks.Limits.Throttle;
import dev.thaw.benchmarks.floor.Floor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes in real control groups. Where the machine lets nobody make one, which no package
 * cures, the tests are aborted, in CI as well.
 */
class LimitsTest {
  private static final int MEGABYTES = 256;
  private static final double SHARE = 256.0 / 1769;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path directory;
  private MemoryGroups groups;

  @BeforeEach
  void makeGroup() throws IOException {
    try {
      groups = MemoryGroups.create(Set.of(MEGABYTES));
    } catch (MemoryGroups.NotPossible e) {
      abort(String.valueOf(e.getMessage()));
    }
  }

  @AfterEach
  void removeGroup() throws IOException {
    if (groups != null) {
      groups.close();
    }
  }

  @Test
  void aStartThatIsThrottledTakesItsCpuTimeOverItsShare() throws Exception {
    ColdStart.Sample sample = measure(Throttle.ALWAYS);

    assertThat((double) sample.responseNanos())
        .isGreaterThan(sample.usage().cpuNanos() / SHARE * 0.8);
  }

  @Test
  void theCpuIsFreeUntilTheFirstEventIsAskedFor() throws Exception {
    Limits limits = limits(Throttle.AFTER_INIT);
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "while :; do :; done");
    builder.redirectOutput(directory.resolve("busy.log").toFile());
    Running running = limits.start(builder);
    try {
      awaitUntil(() -> running.usage().cpuNanos() > 100_000_000);
      assertThat(timesThrottled()).isZero();

      limits.initEnded();

      awaitUntil(() -> timesThrottled() > 2);
    } finally {
      running.process().destroyForcibly().waitFor();
    }
    Cgroup group = groups.of(MEGABYTES);
    if (group.version() == 1) {
      assertThat(group.cpu().resolve("cpu.cfs_quota_us")).hasContent("2894"); // 20 ms x 256 / 1769
    } else {
      assertThat(group.cpu().resolve("cpu.max")).hasContent("2894 20000");
    }
  }

  @Test
  void theProgramIsInTheGroupFromItsFirstInstruction() throws Exception {
    Path log = directory.resolve("groups.log");
    ProcessBuilder builder = new ProcessBuilder("/bin/cat", "/proc/self/cgroup");
    builder.redirectOutput(log.toFile());

    Process process = limits(Throttle.ALWAYS).start(builder).process();

    assertThat(process.waitFor()).isZero();
    String name = groups.of(MEGABYTES).cpu().getFileName().toString();
    if (groups.of(MEGABYTES).version() == 1) {
      assertThat(Files.readAllLines(log))
          .anyMatch(line -> line.contains(":cpu") && line.endsWith("/" + name))
          .anyMatch(line -> line.contains(":memory:") && line.endsWith("/" + name));
    } else {
      assertThat(Files.readString(log)).contains("0::").contains(name);
    }
  }

  @Test
  void theJvmSeesTheFunctionsMemory() throws Exception {
    Path log = directory.resolve("memory.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            JAVA.toString(), "-XX:MaxRAMPercentage=50", "-XX:+PrintFlagsFinal", "-version");
    builder.redirectOutput(log.toFile());

    assertThat(limits(Throttle.AFTER_INIT).start(builder).process().waitFor()).isZero();

    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains(" MaxHeapSize ") && line.contains(" = 134217728 "));
  }

  @Test
  void theGroupIsGoneWithWhatIsStillInIt() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sleep", "600");
    builder.redirectOutput(directory.resolve("sleep.log").toFile());
    Process process = limits(Throttle.ALWAYS).start(builder).process();

    groups.close();

    assertThat(process.waitFor()).isNotZero();
    assertThat(groups.of(MEGABYTES).cpu()).doesNotExist();
    assertThat(groups.of(MEGABYTES).memory()).doesNotExist();
  }

  @Test
  void aLimitThatIsRefusedIsNamed() {
    Cgroup group = groups.of(MEGABYTES);

    // Less than the kernel's smallest quota, 1 ms.
    assertThatThrownBy(() -> group.limitCpu(0.001))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(group.cpu() + "/cpu.")
        .hasMessageContaining("did not take 20");
  }

  private long timesThrottled() throws IOException {
    String name = "nr_throttled ";
    for (String line : Files.readAllLines(groups.of(MEGABYTES).cpu().resolve("cpu.stat"))) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()));
      }
    }
    throw new IOException("cpu.stat has no line " + name);
  }

  private static void awaitUntil(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(10);
    }
  }

  private ColdStart.Sample measure(Throttle throttle) throws Exception {
    List<String> command =
        List.of(
            JAVA.toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Floor.class.getName(),
            BenchEvent.SQS.answer());
    Subject subject = new Subject("floor", command, directory, "any.Handler");
    return ColdStart.measure(
        subject, BenchEvent.SQS, directory.resolve("output.log"), limits(throttle));
  }

  private Limits limits(Throttle throttle) {
    return new Limits(MEGABYTES, throttle, groups.of(MEGABYTES));
  }
}
