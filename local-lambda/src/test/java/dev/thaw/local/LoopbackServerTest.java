package dev.thaw.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/1.1 as in RFC 9112, byte by byte, on a server that answers with the body it got. */
class LoopbackServerTest {
  private LoopbackServer server;
  private RawClient runtime;

  @BeforeEach
  void start() throws Exception {
    server =
        LoopbackServer.start(
            0,
            new HttpLimits((1 << 20) + 4096, 10),
            request -> {
              if (request.path().equals("/bug")) {
                throw new IllegalStateException("a bug");
              }
              return HttpReply.text(
                  200, request.completeness() + " " + request.text() + " " + request.trailers());
            });
    runtime = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    runtime.close();
    server.close();
  }

  @Test
  void aConnectionIsKept() throws Exception {
    assertThat(runtime.post("/", "one").body()).isEqualTo("COMPLETE one []");
    assertThat(runtime.get("/").body()).isEqualTo("COMPLETE  []");
    assertThat(runtime.post("/", "two", "Connection: close").headers())
        .containsEntry("connection", "close");
    assertThat(runtime.closedByServer()).isTrue();
  }

  @Test
  void requestsMayComeInOnePieceOrByteByByte() throws Exception {
    String request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    runtime.write(request + request);
    assertThat(runtime.read().body()).isEqualTo("COMPLETE abc []");
    assertThat(runtime.read().body()).isEqualTo("COMPLETE abc []");
    for (byte b : request.getBytes(StandardCharsets.US_ASCII)) {
      runtime.write(new byte[] {b});
    }
    assertThat(runtime.read().body()).isEqualTo("COMPLETE abc []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3~abc~2;x=\"y\"~de~0~~|COMPLETE abcde []",
        "0~A: b~~|COMPLETE  [Header[name=A, value=b]]",
        "A~0123456789~0~~|COMPLETE 0123456789 []",
        "b~0123456789x~0~~|TOO_LARGE 0123456789 []",
        "3~abcd~0~~|TRUNCATED abc []",
        "-1~|TRUNCATED  []",
        "1000000000000000~|TRUNCATED  []",
        "~|TRUNCATED  []"
      })
  void chunks(String body, String answer) throws Exception {
    runtime.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    assertThat(runtime.write(body.replace("~", "\r\n")).read().body()).isEqualTo(answer);
  }

  @Test
  void aBodyMayWaitForPermission() throws Exception {
    runtime.write(
        "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    assertThat(runtime.read().status()).isEqualTo(100);
    assertThat(runtime.write("a").read().body()).isEqualTo("COMPLETE a []");
  }

  @Test
  void aHeadRequestGetsNoBody() throws Exception {
    runtime.write("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(runtime.readHead().headers()).containsEntry("content-length", "12");
    assertThat(runtime.closedByServer()).isTrue();
  }

  @Test
  void aBugIsAnInternalError() throws Exception {
    assertThat(runtime.get("/bug").status()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1~~|400",
        "GET  / HTTP/1.1~Host: x~~|400",
        "GET / HTTP/2.0~Host: x~~|505",
        "GET / HTTP/1.1~Host : x~~|400",
        "POST / HTTP/1.1~Host: x~Content-Length: -1~~|400",
        "POST / HTTP/1.1~Host: x~Content-Length: 1~Content-Length: 2~~|400",
        "POST / HTTP/1.1~Host: x~Content-Length: 1~Transfer-Encoding: chunked~~|400",
        "POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip~~|501"
      })
  void whatIsNotHttpEndsTheConnection(String request, int status) throws Exception {
    assertThat(runtime.write(request.replace("~", "\r\n")).read().status()).isEqualTo(status);
    assertThat(runtime.closedByServer()).isTrue();
  }

  @Test
  void aHeadWithoutEndIsRefused() throws Exception {
    runtime.write("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat((1 << 20) + 5000));
    assertThat(runtime.read().status()).isEqualTo(431);
  }
}
