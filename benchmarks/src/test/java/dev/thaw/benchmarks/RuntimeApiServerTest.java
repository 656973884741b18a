package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeApiServerTest {
  private final List<String> seen = new ArrayList<>();

  private final RuntimeApiServer.Script script =
      new RuntimeApiServer.Script() {
        @Override
        public byte[] next(int number) {
          return "{}".getBytes(UTF_8);
        }

        @Override
        public void response(int number, byte[] body, long nanos) {
          seen.add("response " + number + " " + new String(body, UTF_8));
        }

        @Override
        public void error(String report) {
          seen.add(report);
        }
      };

  @Test
  void anInvocationCarriesWhatRuntimesNeed() throws Exception {
    String answer = exchange("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n\r\n", "{}");

    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nLambda-Runtime-Aws-Request-Id: ")
        .contains("\r\nLambda-Runtime-Deadline-Ms: ")
        .contains("\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:")
        .contains("\r\nLambda-Runtime-Trace-Id: Root=")
        .endsWith("\r\nContent-Length: 2\r\n\r\n{}");
  }

  @Test
  void aBodyIsReadWhetherChunkedOrNot() throws Exception {
    String path =
        "POST /2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-000000000007/response"
            + " HTTP/1.1\r\n";

    exchange(path + "content-length: 4\r\n\r\nnull", "\n");
    String chunked =
        exchange(path + "Transfer-Encoding: chunked\r\n\r\n2\r\nnu\r\n2\r\nll\r\n0\r\n\r\n", "\n");

    assertThat(seen).containsExactly("response 7 null", "response 7 null");
    assertThat(chunked).startsWith("HTTP/1.1 202 Accepted\r\n");
  }

  @Test
  void anErrorReportIsPassedOn() throws Exception {
    exchange("POST /2018-06-01/runtime/init/error HTTP/1.1\r\nContent-Length: 3\r\n\r\nbad", "\n");

    assertThat(seen).containsExactly("/2018-06-01/runtime/init/error bad");
  }

  /** Sends bytes and reads until the text that ends the answer. */
  private String exchange(String request, String end) throws Exception {
    try (RuntimeApiServer server = RuntimeApiServer.start(script);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      InputStream in = socket.getInputStream();
      var answer = new StringBuilder();
      while (!answer.toString().contains("\r\n\r\n") || !answer.toString().endsWith(end)) {
        int read = in.read();
        assertThat(read).as("after %s", answer).isNotNegative();
        answer.append((char) read);
      }
      return answer.toString();
    }
  }

  private static int port(RuntimeApiServer server) {
    return Integer.parseInt(server.address().substring("127.0.0.1:".length()));
  }
}
