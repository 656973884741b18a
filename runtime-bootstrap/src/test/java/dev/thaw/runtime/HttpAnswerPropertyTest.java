package dev.thaw.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However an answer is cut into packets, chunks and headers, the same comes out of it. */
class HttpAnswerPropertyTest {

  /** An answer and what it says. */
  record Sample(String bytes, String meaning) {}

  @Provide
  Arbitrary<Sample> samples() {
    Arbitrary<Integer> statuses = Arbitraries.of(200, 202, 400, 413, 500);
    Arbitrary<String> values = Arbitraries.strings().withCharRange('!', '~').ofMaxLength(40);
    Arbitrary<Integer> others = Arbitraries.integers().between(0, 60);
    Arbitrary<List<String>> parts =
        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(60).list().ofMaxSize(8);
    return Combinators.combine(statuses, values, others, parts, Arbitraries.of(true, false))
        .as(HttpAnswerPropertyTest::sample);
  }

  private static Sample sample(
      int status, String value, int others, List<String> parts, boolean chunked) {
    String body = String.join("", parts);
    StringBuilder bytes = new StringBuilder("HTTP/1.1 " + status + " Some reason\r\n");
    for (int i = 0; i < others; i++) {
      bytes.append("Other-").append(i).append(": ").append(value).append("\r\n");
    }
    bytes.append("X: ").append(value).append("\r\n");
    if (chunked) {
      bytes.append("Transfer-Encoding: chunked\r\n\r\n");
      for (String part : parts) {
        if (!part.isEmpty()) {
          bytes.append(Integer.toHexString(part.length())).append("\r\n");
          bytes.append(part).append("\r\n");
        }
      }
      bytes.append("0\r\n\r\n");
    } else {
      bytes.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    }
    return new Sample(
        bytes.toString(), status + " " + (value.isEmpty() ? "null" : value) + " " + body);
  }

  @Property(tries = 300)
  void packetsDoNotMatter(
      @ForAll("samples") Sample sample, @ForAll @IntRange(min = 1, max = 900) int step)
      throws IOException {
    assertThat(Answers.read(Answers.bytes(sample.bytes()), step)).isEqualTo(sample.meaning());
  }

  /** A byte that is changed or missing makes another answer or none, but never another failure. */
  @Property(tries = 500)
  void garbageIsAnAnswerOrAnIoException(
      @ForAll("samples") Sample sample,
      @ForAll int place,
      @ForAll byte replacement,
      @ForAll boolean cut) {
    byte[] bytes = Answers.bytes(sample.bytes());
    int at = Math.floorMod(place, bytes.length);
    bytes[at] = replacement;
    readsOrRefuses(cut ? Arrays.copyOf(bytes, at) : bytes);
  }

  @Property(tries = 200)
  void bytesOfAnyKind(@ForAll byte[] bytes) {
    readsOrRefuses(bytes);
  }

  private static void readsOrRefuses(byte[] bytes) {
    try {
      assertThat(Answers.read(bytes, Integer.MAX_VALUE)).isNotNull();
    } catch (IOException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }
}
