package dev.thaw.runtime;

import static dev.thaw.runtime.ScriptedServer.answer;
import static dev.thaw.runtime.ScriptedServer.dribble;
import static dev.thaw.runtime.ScriptedServer.thenClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.Shapes;
import com.example.Starts;
import dev.thaw.runtime.ScriptedServer.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The extension without which Lambda sends no SIGTERM, and Runtime APIs that know of none. */
class ExtensionTest {
  private static final String REGISTER = "POST /2020-01-01/extension/register {\"events\":[]}";
  private static final String WAIT = "GET /2020-01-01/extension/event/next ";
  private static final String NEXT = "GET /2018-06-01/runtime/invocation/next ";
  private static final String REGISTERED =
      "HTTP/1.1 200 OK\r\nlambda-extension-identifier: 1f2e3d\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void registersBeforeTheFirstNextAndThenWaits() throws Exception {
    try (ScriptedServer server = ScriptedServer.startWithExtensions(answer(REGISTERED));
        RuntimeProcess function = against(server)) {
      assertThat(server.takeRequest()).isEqualTo(REGISTER);
      assertThat(List.of(server.takeRequest(), server.takeRequest()))
          .containsExactlyInAnyOrder(NEXT, WAIT);
      List<String> heads = server.heads();
      assertThat(heads.getFirst()).contains("Lambda-Extension-Name: thaw-shutdown\r\n");
      assertThat(heads)
          .filteredOn(head -> head.startsWith("GET /2020"))
          .singleElement()
          .asString()
          .contains("Lambda-Extension-Identifier: 1f2e3d\r\n");
      assertThat(server.connections()).isEqualTo(2);
      assertThat(function.alive()).isTrue();
    }
  }

  @Test
  void waitsAnewWhenTheConnectionBreaks() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.startWithExtensions(
                answer(REGISTERED), thenClose(""), thenClose(""), thenClose(""));
        RuntimeProcess function = against(server)) {
      assertThat(server.takeRequest()).isEqualTo(REGISTER);
      List<String> requests =
          List.of(server.takeRequest(), server.takeRequest(), server.takeRequest());
      assertThat(requests).contains(WAIT).contains(NEXT);
      assertThat(function.log()).doesNotContain("extension");
    }
  }

  /** The JVM takes 300 milliseconds longer to end while a thread waits in the operating system. */
  @Test
  void leavesBeforeAProcessEndsThatHasFailed() throws Exception {
    try (RuntimeProcess function = RuntimeProcess.start(Starts.Watching.class)) {
      assertThat(function.initError().text()).contains("watched");
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.log()).contains("The extension has left").doesNotContain("WARN");
    }
  }

  static Stream<Answer> refusals() {
    return Stream.of(
        answer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}"),
        dribble("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
        answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void goesOnWithoutOnTheSameConnection(Answer refusal) throws Exception {
    try (ScriptedServer server = ScriptedServer.startWithExtensions(refusal);
        RuntimeProcess function = against(server)) {
      assertThat(server.takeRequest()).isEqualTo(REGISTER);
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.quiet()).isTrue();
      assertThat(server.connections()).isEqualTo(1);
      assertThat(function.log()).isEmpty();
    }
  }

  static Stream<Answer> failures() {
    return Stream.of(
        answer("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
        thenClose("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
        thenClose("HTTP/1.1 40"),
        answer("no HTTP at all\r\n\r\n"),
        answer("HTTP/1.0 404 Not Found\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void goesOnWithoutOnAnotherConnection(Answer failure) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.startWithExtensions(
                failure.text().startsWith("HTTP/1.0") ? thenClose(failure.text()) : failure);
        RuntimeProcess function = against(server)) {
      assertThat(server.takeRequest()).isEqualTo(REGISTER);
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(function.alive()).isTrue();
    }
  }

  @Test
  void silenceIsNoReasonNeverToBegin() throws Exception {
    try (ScriptedServer server = ScriptedServer.startWithExtensions();
        RuntimeProcess function = against(server)) {
      assertThat(server.takeRequest()).isEqualTo(REGISTER);
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(function.alive()).isTrue();
    }
  }

  private static RuntimeProcess against(ScriptedServer server) throws Exception {
    return RuntimeProcess.of(Shapes.Text.class)
        .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
        .start();
  }
}
