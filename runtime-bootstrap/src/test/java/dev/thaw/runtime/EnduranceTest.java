package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Endurance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A hundred thousand invocations of one process leave nothing behind. */
class EnduranceTest {
  private static final int INVOCATIONS = 100_000;

  /** Ten bytes an invocation, and a hundredth of what one event takes. */
  private static final long MOST_GROWTH = 1_000_000;

  @Test
  void nothingGrows() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Endurance.class)) {
      invoke(function, INVOCATIONS / 20);
      JsonNode before = measure(function);
      invoke(function, INVOCATIONS);
      JsonNode after = measure(function);
      assertThat(after.get("heap").asLong() - before.get("heap").asLong())
          .as("heap after full collections, from %s to %s", before, after)
          .isLessThan(MOST_GROWTH);
      assertThat(after.get("threads").asLong())
          .as("threads")
          .isLessThanOrEqualTo(before.get("threads").asLong());
      assertThat(after.get("descriptors").asLong())
          .as("descriptors")
          .isPositive()
          .isLessThanOrEqualTo(before.get("descriptors").asLong());
    }
  }

  private static void invoke(RuntimeProcess function, int invocations) throws Exception {
    for (int i = 0; i < invocations; i++) {
      switch (i % 100) {
        case 0 -> function.fail(event("fail"));
        case 50 -> function.respond(event("log"));
        default -> function.respond(event("order " + i));
      }
    }
  }

  private static JsonNode measure(RuntimeProcess function) throws Exception {
    return RuntimeProcess.json(function.respond(event("measure")));
  }

  private static String event(String body) {
    return "{\"Records\":[{\"messageId\":\"1\",\"eventSource\":\"aws:sqs\",\"body\":\""
        + body
        + "\"}]}";
  }
}
