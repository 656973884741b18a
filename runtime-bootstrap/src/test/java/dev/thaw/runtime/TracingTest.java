package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.example.SdkCaller;
import com.example.SdkCallers;
import com.example.Traces;
import dev.thaw.local.InvocationOutcome;
import dev.thaw.local.InvocationRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where tracing libraries look for the trace of an invocation. */
class TracingTest {
  private static final String RED =
      "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=25:a87bd80c:1";
  private static final String BLUE =
      "Root=1-581cf771-a006649127e371903a2de979;Parent=4c721bf33e3caf8f;Sampled=1";

  @Test
  void thePropertyIsSetForTheInvocationAlone() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Traces.class)) {
      assertThat(function.respond(traced("watch", RED))).isEqualTo('"' + RED + ' ' + RED + '"');
      while (function.logged("cleared") == 0) {
        Thread.sleep(10);
      }
      assertThat(function.respond("\"\"")).isEqualTo("\"null null\"");
      assertThat(function.respond(traced("", BLUE))).isEqualTo('"' + BLUE + ' ' + BLUE + '"');
    }
  }

  @Test
  void aPropertyOfTheOptionsIsNoTrace() throws Exception {
    try (RuntimeProcess function =
        RuntimeProcess.of(Traces.class).option("-Dcom.amazonaws.xray.traceHeader=x").start()) {
      assertThat(function.respond("\"\"")).isEqualTo("\"null null\"");
    }
  }

  @Test
  void theSdkPassesTheTraceOn() throws Exception {
    try (TracedService service = TracedService.start(1);
        RuntimeProcess function =
            RuntimeProcess.of(SdkCaller.class)
                .variable("SDK_ENDPOINT", service.endpoint())
                .start()) {
      assertThat(function.respond(traced("red", RED))).contains("called");
      assertThat(function.respond("\"none\"")).contains("called");
      assertThat(service.traces()).containsOnly(entry("red", RED), entry("none", "null"));
    }
  }

  @Test
  void theSdkPassesOnTheTraceOfEachOfTwoThatOverlap() throws Exception {
    try (TracedService service = TracedService.start(3);
        RuntimeProcess function =
            RuntimeProcess.of(SdkCaller.class)
                .concurrency(3)
                .variable("SDK_ENDPOINT", service.endpoint())
                .start()) {
      CompletableFuture<InvocationOutcome> red = function.api().submit(traced("red", RED));
      CompletableFuture<InvocationOutcome> blue = function.api().submit(traced("blue", BLUE));
      CompletableFuture<InvocationOutcome> none =
          function.api().submit(InvocationRequest.of("\"none\""));
      assertThat(red.get(20, TimeUnit.SECONDS).text()).contains("called");
      assertThat(blue.get(20, TimeUnit.SECONDS).text()).contains("called");
      assertThat(none.get(20, TimeUnit.SECONDS).text()).contains("called");
      assertThat(service.traces())
          .containsOnly(entry("red", RED), entry("blue", BLUE), entry("none", "null"));
    }
  }

  @Test
  void threadsOfTheFunctionsOwnWorkForTheInvocationThatHasStartedThem() throws Exception {
    try (TracedService service = TracedService.start(2);
        RuntimeProcess function =
            RuntimeProcess.of(SdkCallers.class)
                .concurrency(2)
                .variable("SDK_ENDPOINT", service.endpoint())
                .start()) {
      CompletableFuture<InvocationOutcome> red = function.api().submit(queued("red", RED));
      CompletableFuture<InvocationOutcome> blue = function.api().submit(queued("blue", BLUE));
      assertThat(red.get(20, TimeUnit.SECONDS).text()).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(blue.get(20, TimeUnit.SECONDS).text()).isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(service.traces())
          .containsOnly(
              entry("red-record", RED),
              entry("red-pool", RED),
              entry("red-later", "null"),
              entry("blue-record", BLUE),
              entry("blue-pool", BLUE),
              entry("blue-later", "null"));
      assertThat(function.logged("-later")).isEqualTo(2);
      assertThat(function.log())
          .containsPattern("called as red-record.*AWSRequestId\":\"id-of-red\"")
          .containsPattern("called as red-pool.*AWSRequestId\":\"id-of-red\"")
          .containsPattern("called as blue-record.*AWSRequestId\":\"id-of-blue\"")
          .containsPattern("called as blue-pool.*AWSRequestId\":\"id-of-blue\"")
          .doesNotContainPattern("-later.*AWSRequestId");
    }
  }

  private static InvocationRequest queued(String body, String trace) {
    String message = "{\"messageId\":\"1\",\"body\":\"" + body + "\"}";
    return InvocationRequest.of("{\"Records\":[" + message + "]}")
        .traceId(trace)
        .requestId("id-of-" + body);
  }

  private static InvocationRequest traced(String event, String trace) {
    return InvocationRequest.of('"' + event + '"').traceId(trace);
  }
}
