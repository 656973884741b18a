package dev.thaw.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.codec.JsonException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
  /** The document of RFC 6901, section 5. */
  private static final String RFC_6901 =
      """
      {
        "foo": ["bar", "baz"],
        "": 0,
        "a/b": 1,
        "c%d": 2,
        "e^f": 3,
        "g|h": 4,
        "i\\\\j": 5,
        "k\\"l": 6,
        " ": 7,
        "m~n": 8
      }
      """;

  private static @Nullable String find(String pointer, String json) {
    return new JsonPointer(pointer).find(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The pointers of RFC 6901, section 5. */
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      delimiter = '>',
      value = {
        "/foo>[\"bar\",\"baz\"]",
        "/foo/0>bar",
        "/>0",
        "/a~1b>1",
        "/c%d>2",
        "/e^f>3",
        "/g|h>4",
        "/i\\j>5",
        "/k\"l>6",
        "/ >7",
        "/m~0n>8"
      })
  void findsWhatTheStandardSays(String pointer, String value) {
    assertThat(find(pointer, RFC_6901)).isEqualTo(value);
  }

  @Test
  void theWholeDocumentIsInCanonicalForm() {
    assertThat(find("", "{ \"b\" : [1.50, true, null],\"a\":{\"z\":\"\\u00e9\", \"y\":-0}}"))
        .isEqualTo("{\"a\":{\"y\":-0,\"z\":\"é\"},\"b\":[1.50,true,null]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/foo/2", "/foo/00", "/foo/-", "/foo/x", "/foo/0/bar", "/bar", "/foo/", "/a/b"})
  void findsNothingWhereNothingIs(String pointer) {
    assertThat(find(pointer, RFC_6901)).isNull();
  }

  @Test
  void aNullIsNothingAndTheLastOfEqualNamesCounts() {
    assertThat(find("/a", "{\"a\":null}")).isNull();
    assertThat(find("/a/b", "{\"a\":{\"b\":1},\"a\":{\"b\":2}}")).isEqualTo("2");
    assertThat(find("/a", "{\"a\":\"~0\",\"b\":1}")).isEqualTo("~0");
    assertThat(find("/~01", "{\"~1\":1, \"/\":2}")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "/a~", "/~2", "#/foo"})
  void refusesWhatIsNoPointer(String pointer) {
    assertThatThrownBy(() -> new JsonPointer(pointer)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"a\":1", "{\"a\":1} x", "{\"a\":1,}", "1 2"})
  void refusesWhatIsNoJson(String json) {
    assertThatThrownBy(() -> find("/a", json)).isInstanceOf(JsonException.class);
  }

  /** Who sends a document chooses how deep it is. */
  @Test
  void aLongValueDeepDownIsNotCopiedOnceForEachLevel() {
    int levels = 400;
    String text = "x".repeat(1 << 20);
    String document = "{\"a\":".repeat(levels) + '"' + text + '"' + "}".repeat(levels);
    byte[] json = document.getBytes(StandardCharsets.UTF_8);
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();

    String found = new JsonPointer("").find(json);

    long allocated = memory.getCurrentThreadAllocatedBytes() - before;
    assertThat(found).isEqualTo(document);
    assertThat(allocated).isLessThan(20L * json.length);
  }
}
