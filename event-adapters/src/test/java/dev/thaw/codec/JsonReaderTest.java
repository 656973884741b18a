package dev.thaw.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final JsonNames NAMES = JsonNames.of("messageId", "body", "größe", "a\"b", "");

  private static JsonReader reader(String json) {
    return new JsonReader(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsAnObjectByNamesInAnyOrderAndSkipsTheRest() {
    JsonReader in =
        reader(
            """
            { "other": {"body": [1, {}, [], "]}"]}, "body" : "text", "messageId":"id",
              "more": null }""");
    List<String> seen = new ArrayList<>();
    in.beginObject();
    int index;
    while ((index = in.nextName(NAMES)) != JsonReader.END) {
      switch (index) {
        case 0, 1 -> seen.add(index + in.nextString());
        default -> in.skipValue();
      }
    }
    in.endOfInput();
    assertThat(seen).containsExactly("1text", "0id");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"messageId\"`,0",
        "`\"body\"`,1",
        "`\"größe\"`,2",
        "`\"gr\\u00f6\\u00DFe\"`,2",
        "`\"a\\\"b\"`,3",
        "`\"a\\u0022b\"`,3",
        "`\"\\u0062ody\"`,1",
        "`\"\"`,4",
        "`\"bod\"`,-1",
        "`\"bodyx\"`,-1",
        "`\"messageIdx\"`,-1",
        "`\"messageI\"`,-1",
        "`\"größen\"`,-1",
        "`\"a\\\\\"`,-1",
      })
  void matchesANameHoweverItIsWritten(String name, int index) {
    JsonReader in = reader("{" + name + ":1}");
    in.beginObject();
    assertThat(in.nextName(NAMES)).isEqualTo(index);
    assertThat(in.nextInt()).isEqualTo(1);
    assertThat(in.nextName(NAMES)).isEqualTo(JsonReader.END);
    in.endOfInput();
  }

  @Test
  void readsAMap() {
    JsonReader in = reader("{\"a\":1,\"b\\n\":2}");
    in.beginObject();
    assertThat(in.nextName()).isEqualTo("a");
    assertThat(in.nextLong()).isEqualTo(1);
    assertThat(in.nextName()).isEqualTo("b\n");
    assertThat(in.nextLong()).isEqualTo(2);
    assertThat(in.nextName()).isNull();
  }

  @Test
  void readsScalars() {
    JsonReader in =
        reader("[true,false,null,\"x\",-0.5,12.50,9223372036854775807,-2147483648,1e2,\"AQI=\"]");
    in.beginArray();
    assertThat(in.nextElement() && in.nextBoolean()).isTrue();
    assertThat(in.nextElement() && in.nextBoolean()).isFalse();
    assertThat(in.nextElement() && in.nextNull()).isTrue();
    assertThat(in.nextElement() && in.nextNull()).isFalse();
    assertThat(in.nextString()).isEqualTo("x");
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextDouble()).isEqualTo(-0.5);
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextDecimal()).isEqualTo(new BigDecimal("12.50"));
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextInt()).isEqualTo(Integer.MIN_VALUE);
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextNumber()).isEqualTo("1e2");
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextBase64()).containsExactly(1, 2);
    assertThat(in.nextElement()).isFalse();
    in.endOfInput();
  }

  @Test
  void copiesTheBytesOfAValue() {
    JsonReader in =
        new JsonReader("xx[ {\"a\" : [1, 2]} ,3]yy".getBytes(StandardCharsets.UTF_8), 2, 20);
    in.beginArray();
    assertThat(in.nextElement()).isTrue();
    assertThat(in.peek()).isEqualTo('{');
    assertThat(in.position()).isEqualTo(2);
    assertThat(in.nextRaw()).asString().isEqualTo("{\"a\" : [1, 2]}");
    assertThat(in.nextElement()).isTrue();
    assertThat(in.nextInt()).isEqualTo(3);
    assertThat(in.nextElement()).isFalse();
    in.endOfInput();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "9999999999", "1.0", "1e2", "\"1\"", "null"})
  void refusesWhatIsNoInt(String json) {
    assertThatThrownBy(() -> reader(json).nextInt()).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999"})
  void refusesWhatIsNoLong(String json) {
    assertThatThrownBy(() -> reader(json).nextLong())
        .hasMessage("Expected a long but found a number out of its range at $ (byte 0)");
  }

  @Test
  void readsTheSmallestLong() {
    assertThat(reader("-9223372036854775808").nextLong()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void anErrorSaysWhere() {
    JsonReader in = reader("{\"Records\":[{},{\"a\":{\"x-y\":[\"}\"]},\"body\":42}]}");
    in.beginObject();
    in.nextName();
    in.beginArray();
    in.nextElement();
    in.skipValue();
    in.nextElement();
    in.beginObject();
    in.nextName();
    in.skipValue();
    in.nextName();
    assertThatThrownBy(in::nextString)
        .isInstanceOfSatisfying(
            JsonException.class,
            e -> {
              assertThat(e.path()).isEqualTo("$.Records[1].body");
              assertThat(e.offset()).isEqualTo(41);
            })
        .hasMessage("Expected a string but found a number at $.Records[1].body (byte 41)");
  }
}
