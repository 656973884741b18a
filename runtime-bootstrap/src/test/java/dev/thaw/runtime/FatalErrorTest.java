package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Breakdowns;
import dev.thaw.local.InvocationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors after which the process cannot be trusted: they are reported all the same. */
class FatalErrorTest {

  @ParameterizedTest
  @CsvSource({
    "keep, -Xmx24m, OutOfMemoryError",
    "direct, -XX:MaxDirectMemorySize=1m, OutOfMemoryError",
    "threads, -Xmx64m, OutOfMemoryError",
    "wrapped, -Xmx64m, CompletionException",
    "i/o, -Xmx64m, IOError"
  })
  void isReportedAndEndsTheProcess(String event, String option, String type) throws Exception {
    try (RuntimeProcess function = RuntimeProcess.of(Breakdowns.class).option(option).start()) {
      function.respond("\"fine\"");
      InvocationOutcome outcome = function.invoke('"' + event + '"');
      assertThat(outcome.errorType()).as(function.log()).isEqualTo("Function." + type);
      assertThat(RuntimeProcess.json(outcome).get("errorType").asString()).endsWith("." + type);
      assertThat(function.exitCode()).isNotZero();
      assertThat(function.logged(type)).as(function.log()).isPositive();
      assertThat(function.api().requests().stream().filter(r -> r.path().endsWith("/error")))
          .hasSize(1);
    }
  }

  @Test
  @JvmOnly("an executable loads no classes")
  void tooManyClasses() throws Exception {
    isReportedAndEndsTheProcess("classes", "-XX:MaxMetaspaceSize=16m", "OutOfMemoryError");
  }

  /** Where the function has put up with it, and there is too little left for the response. */
  @ParameterizedTest
  @CsvSource({"leave 5, 0", "leave 10, 0", "leave 20, 0", "leave 40, 0", "leave 5, 2"})
  void aHeapThatTheFunctionLeavesFullIsReported(String event, int concurrency) throws Exception {
    RuntimeProcess.Builder builder = RuntimeProcess.of(Breakdowns.class).option("-Xmx24m");
    try (RuntimeProcess function =
        concurrency == 0 ? builder.start() : builder.concurrency(concurrency).start()) {
      function.respond("\"fine\"");
      InvocationOutcome outcome = function.invoke('"' + event + '"');
      if (outcome.succeeded()) {
        assertThat(outcome.text()).isEqualTo('"' + event + '"'); // it was just enough
      } else {
        assertThat(outcome.text()).contains("java.lang.OutOfMemoryError");
        assertThat(function.exitCode()).isEqualTo(1);
        assertThat(function.logged("java.lang.OutOfMemoryError")).isPositive();
        if (concurrency > 0) {
          // The JDK writes a line of its own where even its exit finds no room.
          assertThat(function.log().lines())
              .filteredOn(line -> line.contains("java.lang.OutOfMemoryError"))
              .isNotEmpty()
              .allMatch(line -> line.startsWith("{"));
        }
      }
    }
  }
}
