package dev.thaw.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportLinesTest {
  /** The line of AWS's announcement that the init phase is billed (August 2025). */
  @Test
  void aColdStartIsReportedAsByLambda() {
    assertThat(
            ReportLines.report(
                "xxxxx",
                Duration.ofNanos(250_060_000),
                Optional.of(Duration.ofNanos(771_260_000)),
                256,
                69,
                null))
        .isEqualTo(
            "REPORT RequestId: xxxxx\tDuration: 250.06 ms\tBilled Duration: 1022 ms"
                + "\tMemory Size: 256 MB\tMax Memory Used: 69 MB\tInit Duration: 771.26 ms\t");
  }

  @Test
  void aWarmInvocationHasNoInitDuration() {
    assertThat(
            ReportLines.report(
                "8f507cfc-xmpl-4697-b07a-ac58fc914c95",
                Duration.ofNanos(2_630_000),
                Optional.empty(),
                128,
                66,
                null))
        .isEqualTo(
            "REPORT RequestId: 8f507cfc-xmpl-4697-b07a-ac58fc914c95\tDuration: 2.63 ms"
                + "\tBilled Duration: 3 ms\tMemory Size: 128 MB\tMax Memory Used: 66 MB\t");
  }
}
