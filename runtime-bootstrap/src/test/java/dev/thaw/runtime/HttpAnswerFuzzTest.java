package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;

/**
 * Arbitrary bytes in arbitrary pieces: an answer or an {@link IOException}, soon, and without more
 * memory than they justify.
 *
 * <p>Every build searches for a few seconds; for ten minutes with {@code -Dfuzz.time=10m}.
 */
class HttpAnswerFuzzTest {
  private static final int BUFFER = 256;

  @DictionaryEntries({
    "HTTP/1.1 200 OK\\x0d\\x0a",
    "HTTP/1.0 202 \\x0d\\x0a",
    "HTTP/1.1 100 Continue\\x0d\\x0a\\x0d\\x0a",
    "Content-Length: 10\\x0d\\x0a",
    "Transfer-Encoding: chunked\\x0d\\x0a",
    "Connection: close\\x0d\\x0a",
    "\\x0d\\x0a\\x0d\\x0a",
    "\\x0d\\x0a0\\x0d\\x0a",
    "1;a=b\\x0d\\x0a"
  })
  @FuzzTest(maxDuration = "10m")
  void answers(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
    String whole = read(bytes, 0);
    assertThat(read(bytes, input[0])).isEqualTo(whole);
    if (!whole.startsWith("refused")) {
      assertThat(read(bytes, 1)).isEqualTo(whole);
    }
  }

  /** Status, header and body; or why there is none. */
  private static String read(byte[] bytes, int seed) {
    Pieces pieces = new Pieces(bytes, seed);
    HttpAnswer answer = new HttpAnswer(pieces, new byte[BUFFER]);
    try {
      answer.read();
      assertThat(answer.status()).isBetween(200, 999);
      assertThat(answer.bodyLength()).isNotNegative().isLessThanOrEqualTo(bytes.length);
      assertThat(answer.bodyStart() + answer.bodyLength()).isLessThanOrEqualTo(bytes.length);
      assertThat(answer.buffer().length).isLessThanOrEqualTo(BUFFER + 2 * bytes.length);
      return answer.status()
          + " "
          + answer.header(HttpHeaders.lowerCase("x"))
          + " "
          + Arrays.hashCode(
              Arrays.copyOfRange(
                  answer.buffer(), answer.bodyStart(), answer.bodyStart() + answer.bodyLength()));
    } catch (IOException e) {
      // A length that is announced may be believed up to its bound, and no further.
      assertThat(answer.buffer().length).isLessThanOrEqualTo(2 * (64 << 20) + BUFFER);
      assertThat(e.getMessage()).contains("The Runtime API");
      return "refused: " + e.getMessage();
    } finally {
      assertThat(pieces.reads()).isLessThanOrEqualTo(bytes.length + 1);
    }
  }
}
