package dev.thaw.xray;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.local.InvocationOutcome;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real process sends to the X-Ray daemon. */
class XRayProcessTest {
  private static final String ROOT = "1-5759e988-bd862e3fe1be46a994272793";
  private static final String PARENT = "53995c3f42cd8ad8";
  private static final String LINEAGE = ";Lineage=a87bd80c:0|68fd508a:5|c512fbe3:2";
  private static final String TRACE = "Root=" + ROOT + ";Parent=" + PARENT + ";Sampled=1" + LINEAGE;

  private Daemon daemon;

  @BeforeEach
  void startDaemon() throws IOException {
    daemon = new Daemon();
  }

  @AfterEach
  void stopDaemon() {
    daemon.close();
  }

  private TracedProcess start() throws IOException {
    return TracedProcess.start(daemon.address(), XRayInterceptor.class.getName());
  }

  @Test
  void sendsTheHandlerAndTheInitPhaseWithTheirTimes() throws Exception {
    double before = seconds();
    try (TracedProcess function = start()) {
      InvocationOutcome outcome = function.invoke("plain", TRACE);
      assertThat(outcome.text()).isEqualTo('"' + TRACE + '"');
      double after = seconds();
      JsonNode handler = daemon.next("## handler");
      assertSubsegment(handler);
      assertThat(handler.path("annotations").path("ColdStart").asBoolean()).isTrue();
      assertThat(handler.has("fault")).isFalse();
      JsonNode init = daemon.next("## init");
      assertSubsegment(init);
      assertThat(init.path("id").asText()).isNotEqualTo(handler.path("id").asText());
      // The kernel counts the start of a process in hundredths of a second.
      assertThat(init.path("start_time").asDouble()).isBetween(before - 0.05, after);
      assertThat(init.path("end_time").asDouble())
          .isBetween(init.path("start_time").asDouble(), handler.path("start_time").asDouble());
      assertThat(handler.path("end_time").asDouble())
          .isBetween(handler.path("start_time").asDouble(), after);

      function.invoke("plain", TRACE.replace(PARENT, "0123456789abcdef"));
      JsonNode second = daemon.next("## handler");
      assertThat(second.path("parent_id").asText()).isEqualTo("0123456789abcdef");
      assertThat(second.path("annotations").path("ColdStart").asBoolean()).isFalse();
      function.invoke("plain", TRACE);
      daemon.next("## handler"); // the init phase was sent once
    }
  }

  @Test
  void anErrorIsAFault() throws Exception {
    try (TracedProcess function = start()) {
      InvocationOutcome outcome = function.invoke("fail", TRACE);
      assertThat(outcome.text()).contains("java.lang.IllegalStateException", "no such table");
      JsonNode handler = daemon.next("## handler");
      assertSubsegment(handler);
      assertThat(handler.path("fault").asBoolean()).isTrue();
      JsonNode exception = handler.path("cause").path("exceptions").path(0);
      assertThat(exception.path("type").asText()).isEqualTo("java.lang.IllegalStateException");
      assertThat(exception.path("message").asText()).isEqualTo("no such table");
      assertThat(exception.path("stack").toString()).contains("com.example.Traced.handle");
    }
  }

  @Test
  void whatTheHandlerOpensNestsAndNeverLeaks() throws Exception {
    try (TracedProcess function = start()) {
      function.invoke("nest", TRACE);
      JsonNode table = daemon.next("## handler").path("subsegments").path(0);
      assertThat(table.path("name").asText()).isEqualTo("table");
      assertThat(table.path("subsegments").path(0).path("name").asText()).isEqualTo("row");
      daemon.next("## init");
      function.invoke("leak", TRACE);
      daemon.next("## handler");
      function.invoke("nest", TRACE);
      JsonNode handler = daemon.next("## handler");
      assertThat(handler.path("parent_id").asText()).isEqualTo(PARENT);
      assertThat(handler.path("subsegments").size()).isEqualTo(1);
    }
  }

  @Test
  void anInvocationThatIsNotTracedSendsNothingAndLoadsNothing() throws Exception {
    try (TracedProcess function = start()) {
      assertThat(function.invoke("plain", null).text()).isEqualTo("null");
      String unsampled = TRACE.replace("Sampled=1", "Sampled=0");
      assertThat(function.invoke("plain", unsampled).text()).isEqualTo('"' + unsampled + '"');
      assertThat(function.invoke("plain", "Sampled=?").succeeded()).isTrue();
      assertThat(function.log())
          .contains("dev.thaw.xray.XRayInterceptor source")
          .doesNotContain("com.amazonaws.xray.AWSXRay source");
      assertThat(function.invoke("plain", "Root=garbage;Sampled=1").succeeded()).isTrue();
      function.invoke("plain", TRACE);
      assertThat(daemon.next("## handler").path("annotations").path("ColdStart").asBoolean())
          .isFalse();
    }
  }

  /** A function that brings the SDK but not all that it needs. */
  @Test
  void tracingThatFailsNeverFailsTheFunction() throws Exception {
    StringJoiner classPath = new StringJoiner(File.pathSeparator);
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!element.contains("jackson-databind-2")) {
        classPath.add(element);
      }
    }
    try (TracedProcess function =
        TracedProcess.start(
            daemon.address(), XRayInterceptor.class.getName(), classPath.toString())) {
      assertThat(function.invoke("plain", TRACE).text()).isEqualTo('"' + TRACE + '"');
      assertThat(function.invoke("plain", TRACE).text()).isEqualTo('"' + TRACE + '"');
      assertThat(function.log().split("this function cannot be traced", -1)).hasSize(2);
    }
  }

  /** As on the managed runtime: the SDK finds the trace by itself. */
  @Test
  void theSdkWorksWithoutTheInterceptor() throws Exception {
    try (TracedProcess function = TracedProcess.start(daemon.address(), "")) {
      function.invoke("nest", TRACE);
      JsonNode table = daemon.next("table");
      assertSubsegment(table);
      assertThat(table.path("subsegments").path(0).path("name").asText()).isEqualTo("row");
    }
  }

  private static void assertSubsegment(JsonNode document) {
    assertThat(document.path("type").asText()).isEqualTo("subsegment");
    assertThat(document.path("trace_id").asText()).isEqualTo(ROOT);
    assertThat(document.path("parent_id").asText()).isEqualTo(PARENT);
    assertThat(document.path("id").asText()).matches("[0-9a-f]{16}");
    assertThat(document.has("in_progress")).isFalse();
  }

  private static double seconds() {
    return Instant.now().toEpochMilli() / 1_000.0;
  }
}
