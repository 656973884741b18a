package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Logs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the function writes arrives, as it was written. */
class FunctionLogTest {

  @Test
  void everyWayToWrite() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond("\"all\"");
      assertThat(function.log())
          .isEqualTo(
              """
              out Grüße 😀
              err Grüße 😀
              logger Grüße 😀
              with line end
              bytes Grüße 😀

              """);
    }
  }

  @Test
  void recordsOfSeveralThreadsStayWhole() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Logs.class)) {
      function.respond("\"threads\"");
      List<String> lines = function.log().lines().toList();
      assertThat(lines).hasSize(400).allMatch(line -> line.matches("<(0+|1+|2+|3+)>"));
      assertThat(lines).allMatch(line -> line.length() == 302);
    }
  }
}
