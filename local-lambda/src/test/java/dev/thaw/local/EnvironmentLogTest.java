package dev.thaw.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnvironmentLogTest {
  private final RecordingLog listener = new RecordingLog();
  private final EnvironmentLog log = new EnvironmentLog("f", listener);

  private void write(String text) {
    log.flush(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    log.publish();
  }

  @Test
  void theTailHoldsTheLastFourKilobytesWithoutACutCharacter() {
    write("x" + "ü".repeat(5000) + "\n");
    assertThat(log.takeTail()).isEqualTo("ü".repeat(2047) + "\n");
    assertThat(log.takeTail()).isEmpty();
  }

  @Test
  void outputIsCutIntoLines() {
    write("a\r\n\nb\nc");
    assertThat(listener.lines()).containsExactly("f: a", "f: ", "f: b", "f: c");
  }

  @Test
  void aLineWithoutEndIsCutIntoPieces() {
    write("x".repeat(600_000));
    assertThat(listener.lines()).hasSize(3).allMatch(line -> line.length() <= 3 + (1 << 18));
    assertThat(String.join("", listener.lines()).replace("f: ", "")).hasSize(600_000);
  }
}
