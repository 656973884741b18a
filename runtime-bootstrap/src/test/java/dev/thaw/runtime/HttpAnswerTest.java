package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of an answer, and what is no answer. */
class HttpAnswerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static String read(String bytes) throws IOException {
    return Answers.read(Answers.bytes(bytes), Integer.MAX_VALUE);
  }

  private static void refuses(String bytes, String message) {
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageContaining(message);
  }

  @Test
  void aHundredHeadersAndNoMore() throws Exception {
    assertThat(read(OK + "A: b\r\n".repeat(99) + "Content-Length: 1\r\n\r\nx")).endsWith(" x");
    refuses(OK + "A: b\r\n".repeat(100) + "Content-Length: 1\r\n\r\nx", "100 headers");
  }

  @Test
  void aHeadOfSixtyFourKilobytesAndNoMore() throws Exception {
    String end = "\r\nContent-Length: 1\r\n\r\nx";
    assertThat(read(OK + "X: " + "v".repeat(65_000) + end)).endsWith(" x");
    refuses(OK + "X: " + "v".repeat(66_000) + end, "65536 bytes");
    refuses("HTTP/1.1 100 Continue\r\n\r\n".repeat(4000), "65536 bytes");
  }

  @Test
  void aHundredTrailersAndNoMore() throws Exception {
    String start = OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n";
    assertThat(read(start + "T: v\r\n".repeat(100) + "\r\n")).endsWith(" x");
    refuses(start + "T: v\r\n".repeat(101) + "\r\n", "100 trailers");
  }

  @Test
  void aBodyOfSixtyFourMegabytesAndNoMore() {
    refuses(OK + "Content-Length: 67108865\r\n\r\n", "67108864");
    refuses(OK + "Transfer-Encoding: chunked\r\n\r\n4000001\r\n", "67108864");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1", "0x1", "1,1", "1 1", "one", "99999999999"})
  void lengthsThatAreNone(String length) {
    refuses(OK + "Content-Length: " + length + "\r\n\r\nx", "length");
    refuses(
        OK + "Transfer-Encoding: chunked\r\n\r\n" + length.replace(' ', 'g') + "\r\n", "length");
  }

  @Test
  void whatIsNoHeadOrBody() {
    refuses("HTTP/1.1 20\r\n\r\n", "status");
    refuses("HTTP/1.1 2000\r\n\r\n", "status");
    refuses("HTTP/1.1 099 x\r\n\r\n", "status");
    refuses(OK + "no colon\r\n\r\n", "name");
    refuses(OK + ": no name\r\n\r\n", "name");
    refuses(OK + "A: b\r\n folded\r\n\r\n", "name");
    refuses(OK + "\r\n", "length");
    refuses(OK + "Transfer-Encoding: gzip, chunked\r\n\r\n", "encoding");
    refuses(OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n", "chunk");
  }

  /** Two lengths are a way to smuggle one answer into another. */
  @Test
  void moreThanOneLength() {
    String end = "\r\n\r\n1\r\nx\r\n0\r\n\r\n";
    refuses(OK + "Content-Length: 1\r\nContent-Length: 1" + end, "one length");
    refuses(OK + "Content-Length: 1\r\nX: y\r\ncontent-length: 2" + end, "one length");
    refuses(OK + "Content-Length: 1\r\nTransfer-Encoding: chunked" + end, "one length");
    refuses(OK + "Transfer-Encoding: chunked\r\nContent-Length: 1" + end, "one length");
    refuses(OK + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked" + end, "one length");
    refuses(OK + "Content-Length: 1, 1" + end, "length");
    refuses(OK + "Content-Length:" + end, "length");
  }

  /** RFC 9112, 6.3: as servers answer that know HTTP/1.0 only, such as Python's http.server. */
  @Test
  void aBodyThatEndsWithItsConnection() throws Exception {
    String body = "\r\n" + "x".repeat(40_000);
    assertThat(read("HTTP/1.0 202 OK\r\n" + body)).isEqualTo("202 null " + body.strip());
    assertThat(read("HTTP/1.0 202 OK\r\n\r\n")).isEqualTo("202 null ");
    assertThat(read(OK + "Connection: close\r\n\r\n{}")).endsWith(" {}");
    refuses("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n\r\nx", "length");
    assertThat(closes(OK + "Connection: close\r\n\r\n{}")).isTrue();
    refuses("HTTP/1.0 200 OK\r\n\r\n" + "x".repeat((64 << 20) + 1), "67108864");
  }

  private static boolean closes(String head) throws IOException {
    HttpAnswer answer = new HttpAnswer(new Pieces(Answers.bytes(head), 0), new byte[64]);
    answer.read();
    return answer.closes();
  }

  @Test
  void whatTheServerSaysOfTheConnection() throws Exception {
    String end = "Content-Length: 0\r\n\r\n";
    String old = "HTTP/1.0 200 OK\r\n";
    assertThat(closes(OK + end)).isFalse();
    assertThat(closes(OK + "Connection: keep-alive\r\n" + end)).isFalse();
    assertThat(closes(OK + "Connection: CLOSE\r\n" + end)).isTrue();
    assertThat(closes(OK + "Connection: x , close\r\n" + end)).isTrue();
    assertThat(closes(OK + "Connection: x\r\nConnection: close\r\n" + end)).isTrue();
    assertThat(closes(OK + "Connection: closed\r\n" + end)).isFalse();
    assertThat(closes(old + end)).isTrue();
    assertThat(closes(old + "Connection: Keep-Alive\r\n" + end)).isFalse();
    assertThat(closes(OK + end + "surplus")).isTrue();
  }
}
