package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A function that fills all that it may have is told so by Java, and not ended by Lambda. */
class HeapIT {
  @TempDir private static Path taskRoot;

  @BeforeAll
  static void build() throws Exception {
    Functions.jar(
        taskRoot.resolve("lib/probe.jar"), Functions.compile("Probe", "Version", "Filler"));
  }

  /** Heap, direct buffers and twenty threads; libraries and cache count in full, too. */
  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void staysBelowTheMemorySize(int megabytes) throws Exception {
    try (FunctionProcess function = with(megabytes, "shop.Filler").start()) {
      String peak = function.ask("");
      assertThat(Long.parseLong(peak)).as("kilobytes").isLessThan(megabytes * 1024L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "128, 64, 16",
    "256, 160, 32",
    "512, 352, 64",
    "1024, 736, 128",
    "1769, 1294, 221",
    "3008, 2224, 376",
    "10240, 7648, 1280"
  })
  void heapAndBuffersFollowTheMemory(int memory, long heap, long direct) throws Exception {
    try (FunctionProcess function = with(memory, "shop.Probe").start()) {
      assertThat(function.ask("flag MaxHeapSize")).isEqualTo(Long.toString(heap << 20));
      assertThat(function.ask("flag MaxDirectMemorySize")).isEqualTo(Long.toString(direct << 20));
      assertThat(function.log()).isEmpty();
    }
  }

  private static Launch with(int memory, String handler) {
    return Launch.of(taskRoot, handler)
        .with("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memory));
  }
}
