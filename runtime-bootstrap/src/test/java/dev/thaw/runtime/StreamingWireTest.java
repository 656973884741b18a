package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Streams;
import dev.thaw.runtime.StreamServer.Received;
import dev.thaw.runtime.StreamServer.Treatment;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streamed responses on the wire: chunks, back-pressure, and servers that will not have them. */
class StreamingWireTest {
  private static final long LIMIT = 200L * 1024 * 1024;
  private static final String RESPONSE = "POST /2018-06-01/runtime/invocation/%d/response";

  private static RuntimeProcess streams(StreamServer server, String... options) throws Exception {
    RuntimeProcess.Builder builder =
        RuntimeProcess.of(Streams.class).variable("AWS_LAMBDA_RUNTIME_API", server.endpoint());
    for (String option : options) {
      builder.option(option);
    }
    return builder.start();
  }

  private static boolean readOn() {
    return true;
  }

  @Test
  void aFlushSendsAtOnce() throws Exception {
    try (StreamServer server = StreamServer.start((socket, total) -> readOn());
        RuntimeProcess function = streams(server)) {
      server.submit("\"slowly\"");
      Received response = server.take();
      assertThat(response.chunks()).as(function.log()).containsExactly(3, 3, 5);
      assertThat(response.beginning()).isEqualTo("onetwothree");
      assertThat(response.times().get(1) - response.times().get(0))
          .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(200));
      assertThat(response.ended()).as("the connection is closed").isTrue();
    }
  }

  /** Without a flush what is written goes out in large chunks. */
  @Test
  void twoHundredMegabytesThroughASmallHeapToASlowReader() throws Exception {
    Treatment slow =
        (socket, total) -> {
          if (total % (16 << 20) == 0) {
            Thread.sleep(100);
          }
          return true;
        };
    try (StreamServer server = StreamServer.start(slow);
        RuntimeProcess function = streams(server, "-Xmx32m")) {
      server.submit("\"two hundred megabytes\"", "\"a byte more\"", "\"hello\"");
      Received largest = server.take();
      assertThat(largest.length()).as(function.log()).isEqualTo(LIMIT);
      assertThat(largest.chunks()).hasSizeLessThan(7_000);
      assertThat(largest.trailers()).isEmpty();
      assertThat(function.log()).isEmpty();
      Received larger = server.take();
      assertThat(larger.length()).isBetween(LIMIT - 100_000, LIMIT);
      assertThat(larger.trailers())
          .startsWith("Lambda-Runtime-Function-Error-Type: Function.ResponseSizeTooLarge\n");
      assertThat(server.take().beginning()).isEqualTo("hello");
      assertThat(function.logged("at most 209715200 bytes")).isEqualTo(1);
    }
  }

  @Test
  void aLimitThatTheHandlerDoesNotNotice() throws Exception {
    try (StreamServer server = StreamServer.start((socket, total) -> readOn());
        RuntimeProcess function = streams(server)) {
      server.submit("\"a byte more, unnoticed\"");
      assertThat(server.take().trailers())
          .startsWith("Lambda-Runtime-Function-Error-Type: Function.ResponseSizeTooLarge\n");
      assertThat(function.logged("unnoticed")).isEqualTo(1);
      assertThat(function.logged("at most 209715200 bytes")).isEqualTo(1);
    }
  }

  private static void refused(Treatment treatment, String said) throws Exception {
    try (StreamServer server = StreamServer.start(treatment);
        RuntimeProcess function = streams(server)) {
      server.submit(
          "\"until it breaks\"",
          "\"until it breaks, wrapped\"",
          "\"until it breaks, unnoticed\"",
          "\"hello\"");
      for (int i = 1; i <= 3; i++) {
        Received broken = server.take();
        assertThat(broken.trailers()).isEqualTo("broken");
        assertThat(broken.target()).isEqualTo(RESPONSE.formatted(i));
      }
      Received next = server.take();
      assertThat(next.target()).as("no /error between").isEqualTo(RESPONSE.formatted(4));
      assertThat(next.beginning()).isEqualTo("hello");
      assertThat(function.logged("caught The Runtime API")).isEqualTo(1);
      assertThat(function.logged("WARN")).as(function.log()).isEqualTo(3);
      assertThat(function.logged(said)).as(function.log()).isGreaterThanOrEqualTo(3);
      assertThat(function.log()).doesNotContain("ERROR", "not reached");
      assertThat(server.quiet()).isTrue();
    }
  }

  @Test
  void aServerOfOneConnectionAtATime() throws Exception {
    try (StreamServer server = StreamServer.startWithOneConnection();
        RuntimeProcess function = streams(server)) {
      server.submit("\"hello\"", "\"slowly\"");
      assertThat(server.take().target()).isEqualTo(RESPONSE.formatted(1));
      assertThat(server.take().beginning()).isEqualTo("onetwothree");
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 413})
  void aServerThatAnswersEarly(int status) throws Exception {
    refused(
        (socket, total) -> total < 300_000 || StreamServer.refuse(socket, status),
        Integer.toString(status));
  }

  /** It answers and goes on reading until the client notices. */
  @Test
  void aServerThatAnswersEarlyAndReadsOn() throws Exception {
    try (StreamServer server =
            StreamServer.start(
                (socket, total) -> {
                  if (total == 32 * 1024) {
                    StreamServer.refuse(socket, 413);
                  }
                  return true;
                });
        RuntimeProcess function = streams(server)) {
      server.submit("\"until it breaks, unnoticed\"", "\"hello\"");
      Received next = server.take();
      assertThat(next.target()).isEqualTo(RESPONSE.formatted(2));
      assertThat(function.logged("caught The Runtime API answered 413")).isEqualTo(1);
      assertThat(function.logged("WARN")).isEqualTo(1);
    }
  }

  @Test
  void aServerThatAnnouncesAndReadsOn() throws Exception {
    try (StreamServer server =
            StreamServer.start(
                (socket, total) -> {
                  if (total == 32 * 1024) {
                    socket.getOutputStream().write(Answers.bytes("HTTP/1.1 100 Continue\r\n\r\n"));
                  }
                  return true;
                });
        RuntimeProcess function = streams(server)) {
      server.submit("\"two hundred megabytes\"");
      assertThat(server.take().length()).isEqualTo(LIMIT);
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void aServerThatBreaksOff() throws Exception {
    refused((socket, total) -> total < 300_000, "The Runtime API broke off");
    refused(
        (socket, total) -> {
          socket.setSoLinger(true, 0); // closing sends a reset
          return total < 300_000;
        },
        "The Runtime API broke off");
  }

  @Test
  void aFailureOfTheRuntimeApiEndsTheProcess() throws Exception {
    try (StreamServer server =
            StreamServer.start((socket, total) -> StreamServer.refuse(socket, 500));
        RuntimeProcess function = streams(server)) {
      server.submit("\"until it breaks, unnoticed\"");
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.logged("The Runtime API answered 500 to the streamed response"))
          .as(function.log())
          .isEqualTo(1);
    }
  }
}
