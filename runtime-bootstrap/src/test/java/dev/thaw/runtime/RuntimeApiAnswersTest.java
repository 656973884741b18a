package dev.thaw.runtime;

import static dev.thaw.runtime.ScriptedServer.answer;
import static dev.thaw.runtime.ScriptedServer.dribble;
import static dev.thaw.runtime.ScriptedServer.thenClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.Failures;
import com.example.Shapes;
import com.example.Starts;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Runtime API that refuses, breaks off or speaks HTTP in an unusual way. */
class RuntimeApiAnswersTest {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final String NEXT = "GET " + BASE + "invocation/next ";
  private static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";

  private static String event(String id, String json) {
    return "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: "
        + id
        + "\r\nContent-Length: "
        + json.length()
        + "\r\n\r\n"
        + json;
  }

  private static String status(int status) {
    return "HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\n{}";
  }

  private static String response(String id, String json) {
    return "POST " + BASE + "invocation/" + id + "/response " + json;
  }

  private static RuntimeProcess echo(ScriptedServer server) throws Exception {
    return RuntimeProcess.of(Shapes.Text.class)
        .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
        .start();
  }

  /** Whatever the answers look like, "a" and then "b" are answered, and the loop goes on. */
  private static void answersTwoEvents(ScriptedServer server) throws Exception {
    try (server;
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).as(function.log()).isEqualTo(response("1", "\"a\""));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).as(function.log()).isEqualTo(response("2", "\"b\""));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(function.alive()).isTrue();
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void dribbledBytes() throws Exception {
    answersTwoEvents(
        ScriptedServer.start(
            dribble(event("1", "\"a\"")),
            dribble(ACCEPTED),
            dribble(event("2", "\"b\"")),
            dribble(ACCEPTED)));
  }

  @Test
  void chunks() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id: ";
    answersTwoEvents(
        ScriptedServer.start(
            answer(
                head
                    + "1\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "1\r\n\"\r\n2;name=value\r\na\"\r\n0\r\n\r\n"),
            answer("HTTP/1.1 202 Accepted\r\ntransfer-encoding: Chunked\r\n\r\n0\r\n\r\n"),
            dribble(
                head
                    + "2\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "0003\r\n\"b\"\r\n000\r\nTrailer: x\r\n\r\n"),
            answer(ACCEPTED)));
  }

  @Test
  void headersInAnyCaseWithAndWithoutBlanks() throws Exception {
    answersTwoEvents(
        ScriptedServer.start(
            answer(
                "HTTP/1.1 200\r\nLAMBDA-RUNTIME-AWS-REQUEST-ID:1\r\ncontent-LENGTH:\t3 \r\n\r\n"
                    + "\"a\""),
            answer("HTTP/1.0 202 Accepted\r\ncOnTeNt-LeNgTh:0\r\n\r\n"),
            answer("HTTP/1.1 100 Continue\r\n\r\n" + event("2", "\"b\"")),
            answer("HTTP/1.1 204 No Content\r\n\r\n")));
  }

  @Test
  void connectionsThatTheServerSaysToClose() throws Exception {
    String closing = "Connection: Close\r\nContent-Length";
    ScriptedServer server =
        ScriptedServer.start(
            thenClose(event("1", "\"a\"").replace("Content-Length", closing)),
            thenClose(ACCEPTED.replace("Content-Length", closing)),
            // A server may leave it to the client to close.
            answer(event("2", "\"b\"").replace("Content-Length", closing)),
            answer(ACCEPTED.replace("Content-Length", closing)));
    answersTwoEvents(server);
    assertThat(server.connections()).isEqualTo(5);
  }

  /** As Python's http.server answers, unless it is told more. */
  @Test
  void bodiesThatEndWithTheirConnections() throws Exception {
    String length = "Content-Length: [0-9]*\r\n";
    String old = "HTTP/1.0";
    answersTwoEvents(
        ScriptedServer.start(
            thenClose(event("1", "\"a\"").replaceFirst(length, "").replace("HTTP/1.1", old)),
            thenClose(ACCEPTED.replaceFirst(length, "").replace("HTTP/1.1", old)),
            thenClose(event("2", "\"b\"").replaceFirst(length, "Connection: close\r\n")),
            thenClose(ACCEPTED.replaceFirst(length, "Connection: close\r\n"))));
  }

  @Test
  void connectionsThatTheServerClosesWithoutAWord() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                thenClose(event("1", "\"a\"")), answer(ACCEPTED), answer(event("2", "\"b\"")));
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      // The server never saw the one that met the closed connection.
      assertThat(server.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("2", "\"b\""));
      assertThat(server.quiet()).isTrue();
      assertThat(function.log()).isEmpty();
    }
  }

  @Test
  void aResponseWhoseAcceptanceWasLostIsSentAgain() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer(event("1", "\"a\"")),
                thenClose(""),
                answer(status(403)), // the first one had arrived
                answer(event("2", "\"b\"")),
                answer(ACCEPTED));
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(server.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("2", "\"b\""));
      assertThat(function.logged("403")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 410, 413})
  void aRefusedResponseIsLoggedOnceAndIsFinal(int refusal) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer(event("1", "\"a\"")),
                answer(status(refusal)),
                answer(event("2", "\"b\"")),
                answer(ACCEPTED));
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("2", "\"b\""));
      assertThat(function.log().lines()).hasSize(1);
      assertThat(function.logged(Integer.toString(refusal))).isEqualTo(1);
    }
  }

  @Test
  void aRefusedErrorIsFinalToo() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer(event("1", "\"plain\"")),
                answer(status(410)),
                answer(event("2", "\"b\"")),
                answer(ACCEPTED));
        RuntimeProcess function =
            RuntimeProcess.of(Failures.class)
                .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
                .start()) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).startsWith("POST " + BASE + "invocation/1/error {");
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("2", "\"b\""));
      assertThat(function.logged("410")).isEqualTo(1);
    }
  }

  @Test
  void aFailureOfTheRuntimeApiEndsTheProcess() throws Exception {
    try (ScriptedServer next = ScriptedServer.start(answer(status(500)));
        RuntimeProcess function = echo(next)) {
      assertThat(function.exitCode()).isNotZero();
      assertThat(function.logged("500")).isEqualTo(1);
      assertThat(next.takeRequest()).isEqualTo(NEXT);
      assertThat(next.quiet()).isTrue();
    }
    try (ScriptedServer respond =
            ScriptedServer.start(answer(event("1", "\"a\"")), answer(status(500)));
        RuntimeProcess function = echo(respond)) {
      assertThat(function.exitCode()).isNotZero();
      assertThat(function.logged("500")).isEqualTo(1);
      assertThat(respond.takeRequest()).isEqualTo(NEXT);
      assertThat(respond.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(respond.quiet()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/2 200\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\"a\"",
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: \r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 9999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://example.com/\r\nContent-Length: 0\r\n\r\n"
      })
  void anAnswerThatIsNoInvocationEndsTheProcess(String text) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(thenClose(text));
        RuntimeProcess function = echo(server)) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.log()).contains("The Runtime API").doesNotContain("at dev.thaw.runtime");
    }
  }

  @Test
  void anAnswerThatBreaksOffEndsTheProcess() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                thenClose(event("1", "\"abc\"").replace("abc", "")), answer(event("1", "\"a\"")));
        RuntimeProcess function = echo(server)) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.log()).contains("closed the connection in the middle of an answer");
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.quiet()).isTrue();
    }
  }

  @Test
  void aResponseWhoseAcceptanceBreaksOffIsNotSentAgain() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer(event("1", "\"a\"")), thenClose("HTTP/1.1 202 Acc"), answer(ACCEPTED));
        RuntimeProcess function = echo(server)) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(server.quiet()).isTrue();
    }
  }

  @Test
  void nobodyAtThatAddress() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    for (Class<?> handler : new Class<?>[] {Shapes.Text.class, Starts.Throwing.class}) {
      try (RuntimeProcess function =
          RuntimeProcess.of(handler)
              .variable("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + port)
              .start()) {
        assertThat(function.exitCode()).isNotZero();
        assertThat(function.log()).contains("No Runtime API at 127.0.0.1:" + port);
      }
    }
  }

  @Test
  void nothingYetIsAskedAgain() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer("HTTP/1.1 204 No Content\r\n\r\n"),
                answer(event("1", "\"a\"")),
                answer(ACCEPTED));
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("1", "\"a\""));
      assertThat(function.log()).isEmpty();
    }
  }

  /** Who may not ask for an invocation will not get one by asking again. */
  @Test
  void anInvocationThatIsRefusedEndsTheProcess() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(answer(status(403)));
        RuntimeProcess function = echo(server)) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.logged("403")).isEqualTo(1);
    }
  }

  @Test
  void aFailureOfTheRuntimeApiAtAnErrorEndsTheProcess() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(answer(event("1", "\"plain\"")), answer(status(500)));
        RuntimeProcess function =
            RuntimeProcess.of(Failures.class)
                .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
                .start()) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.logged("answered 500")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 500})
  void aRefusedInitErrorEndsTheProcessAsWell(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(answer(status(status)));
        RuntimeProcess function =
            RuntimeProcess.of(Starts.Throwing.class)
                .variable("AWS_LAMBDA_RUNTIME_API", server.endpoint())
                .start()) {
      assertThat(function.exitCode()).isNotZero();
      assertThat(server.takeRequest()).startsWith("POST " + BASE + "init/error ");
      assertThat(server.quiet()).isTrue();
      assertThat(function.logged("answered " + status)).isEqualTo(1);
    }
  }

  /** They would break out of their line in the requests that pass them on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lambda-Runtime-Invocation-Id: a\rX: y",
        "Lambda-Runtime-Invocation-Id: \u00e4",
        "Lambda-Runtime-Trace-Id: Root=1\0",
        "Lambda-Runtime-Aws-Tenant-Id: a\u007fb",
        "Lambda-Runtime-Invoked-Function-Arn: arn\u0001",
        "Lambda-Runtime-Client-Context: \u0002",
        "Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"\r\"}",
        "Lambda-Runtime-Deadline-Ms: -1",
        "Lambda-Runtime-Deadline-Ms: 9223372036854775808"
      })
  void aHeaderThatHoldsWhatItMustNotFailsItsInvocationOnly(String header) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer(event("1", "\"a\"").replace("\r\n\r\n", "\r\n" + header + "\r\n\r\n")),
                answer(ACCEPTED),
                answer(event("2", "\"b\"")),
                answer(ACCEPTED));
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest())
          .startsWith("POST " + BASE + "invocation/1/error {")
          .as(function.log())
          .contains(header.substring(0, header.indexOf(':')));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("2", "\"b\""));
    }
  }

  /** Callers may choose the request id. */
  @Test
  void aRequestIdDoesNotBreakOutOfThePath() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                answer(event("../x y?\u00fc%2f", "\"a\"")),
                answer(ACCEPTED),
                answer(event("2", "\"b\"")));
        RuntimeProcess function = echo(server)) {
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest())
          .as(function.log())
          .isEqualTo(response("..%2Fx%20y%3F%C3%BC%252f", "\"a\""));
      assertThat(server.takeRequest()).isEqualTo(NEXT);
      assertThat(server.takeRequest()).isEqualTo(response("2", "\"b\""));
    }
  }
}
