package dev.thaw.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges by hand, each as Jackson 3 has it. */
class JsonRefusalsTest {

  private static byte[] latin1(String json) {
    return json.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "-0e1",
        "1E+2",
        "1e400",
        "-1e400",
        "1e-400",
        "0.1e-1",
        "123e0",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "9007199254740993",
        "9007199254740993.0",
        "1545084650.987",
        "0.000000000000000000000001",
        "100000000000000000000000",
        "2.2250738585072014E-308",
        "1e2147483647",
        "1e-2147483647",
        "1e2147483648",
        "1e99999999999",
        "1e00000000000000001",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud83d\\ude00\":1}",
        "\"\u007f\"",
        "[[],{}]"
      })
  void isReadAsJacksonDoes(String json) {
    assertThat(Tokens.jackson(latin1(json))).isNotNull();
    Tokens.compare(latin1(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "\"\\",
        "\"\\\"",
        "\"\\u12\"",
        "\"\\u12",
        "\"\\x\"",
        "tru",
        "nul",
        "nullx",
        "truefalse",
        "NaN",
        "Infinity",
        "-Infinity",
        "-",
        "+1",
        "01",
        "-01",
        "00",
        ".5",
        "1.",
        "1.e1",
        "1e",
        "1e+",
        "1.5.2",
        "0x1",
        "1_0",
        "1 2",
        "1]",
        "{}{}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1:2]",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "[}",
        "{]",
        "{\"a\":1]",
        "/**/1",
        "//\n1",
        "'a'",
        "\"a\tb\"",
        "\"a\nb\"",
        "\"\u0000\"",
        "\u001e1",
        "[\u000b1]",
        "[\u000c1]",
        "[\u00a01]",
        "\u0000",
        "{\"\\ud800\":1}",
        "{\"\\ude00\":1}",
        "{\"\\ud83dx\":1}",
        "{\"a\":{\"\\ud83d\\ud83d\":1}}",
        "\u00ef\u00bb\u00bf1"
      })
  void isRefusedAsJacksonDoes(String json) {
    assertThat(Tokens.jackson(latin1(json))).isNull();
    Tokens.compare(latin1(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00bf",
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00e0\u009f\u00bf",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00bf\u00bf",
        "\u00f0\u008f\u00bf\u00bf",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00ff",
        "\u00c3",
        "\u00e2\u0082",
        "\u00f0\u009f\u0098",
        "\u00c3(",
        "\u00c3\u00a9\u00a9"
      })
  void refusesMalformedUtf8WhereverItStands(String malformed) {
    for (String json :
        new String[] {
          "\"" + malformed + "\"",
          "\"\\n" + malformed + "\"",
          "\"\u00ef\u00bf\u00bd" + malformed + "\"",
          "{\"" + malformed + "\":1}",
          "[" + malformed + "]"
        }) {
      assertThat(Tokens.isUtf8(latin1(json))).isFalse();
      Tokens.compare(latin1(json));
    }
  }

  @Test
  void readsAReplacementCharacterThatWasSent() {
    assertThat(new JsonReader("\"\ufffd\"".getBytes(StandardCharsets.UTF_8)).nextString())
        .isEqualTo("\ufffd");
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 500, 501})
  void isBoundedInDepthAsJacksonIs(int depth) {
    for (String json :
        new String[] {
          "[".repeat(depth) + "]".repeat(depth),
          "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
          "[{\"a\":".repeat(depth / 2)
              + "[]".repeat(depth % 2)
              + "1".repeat((depth + 1) % 2)
              + "}]".repeat(depth / 2)
        }) {
      assertThat(Tokens.jackson(latin1(json)) != null).isEqualTo(depth <= 500);
      Tokens.compare(latin1(json));
    }
  }

  @Test
  void siblingsDoNotCountAsDepth() {
    Tokens.compare(latin1("[" + "[],{},{\"a\":[]},".repeat(600) + "1]"));
  }

  @Test
  void skippingTheDeepestNestingNeedsNoStack() {
    JsonReader in = new JsonReader(latin1("[".repeat(1_000_000)));
    assertThatThrownBy(in::skipValue)
        .isInstanceOf(JsonException.class)
        .hasMessageStartingWith("Nested deeper than 500 at $[0][0]");
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1000, 1001})
  void isBoundedInDigitsAsJacksonIs(int digits) {
    for (String json :
        new String[] {
          "7".repeat(digits),
          "-" + "7".repeat(digits),
          "0." + "7".repeat(digits - 1),
          "-1.5e-" + "0".repeat(digits - 2),
          "[1e" + "0".repeat(digits - 1) + "]"
        }) {
      assertThat(Tokens.jackson(latin1(json)) != null).isEqualTo(digits <= 1000);
      Tokens.compare(latin1(json));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":[1,{\"b-c\":tru}]}       | $.a[1]['b-c'] | 15 | Expected true but found another word",
        "{\"a\":\"x\" \"b\":1}           | $.a           |  9 | Expected ',' or '}' but found a string",
        "{\"a\":{\"b\":1},}              | $             | 13 | Expected a property name but found '}'",
        "{\"a\":{\"b\":1},\"c\":[[],x]}  | $.c[1]        | 21 | Expected a value but found 'x'",
        "{\"a\\n\":01}                   | $['a\\n']     |  7 | Expected a number without leading zeros",
        "[\"a\",\"b                      | $[1]          |  7 | Expected a closing quote but found the end of the input",
        "{\"\":[\"\\u12G4\"]}            | $[''][0]      | 10 | Expected a hexadecimal digit but found 'G'",
        "{\"Records\":[{\"body\":\"\u0001\"}]} | $.Records[0].body | 21 | Expected an escape but found 0x1",
        "[1,2,3                          | $[2]          |  6 | Expected ',' or ']' but found the end of the input",
        "{} {}                           | $             |  3 | Expected the end of the input but found an object",
      })
  void namesPathAndOffset(String json, String path, int offset, String problem) {
    JsonReader in = new JsonReader(json.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () -> {
              in.skipValue();
              in.endOfInput();
            })
        .isInstanceOfSatisfying(
            JsonException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.offset()).isEqualTo(offset);
            })
        .hasMessage(problem + " at " + path + " (byte " + offset + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "{}, an object",
    "[], an array",
    "-1, a number",
    "0, a number",
    "9, a number",
    "true, a boolean",
    "false, a boolean",
    "null, null",
    "'', the end of the input",
    "é, 0xc3",
  })
  void namesWhatItFoundInstead(String json, String found) {
    assertThatThrownBy(() -> new JsonReader(json.getBytes(StandardCharsets.UTF_8)).nextString())
        .hasMessage("Expected a string but found " + found + " at $ (byte 0)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QUI=",
        "QUJD",
        "QQ==",
        "QR==",
        "QQ==QUI=",
        "\\u0051Q\\u003d=",
        "+\\/8=",
        "",
        " QUI=",
        "QUI= ",
        "QUJD \\nQUJD\\u000b"
      })
  void decodesTheBase64ThatJacksonDecodes(String text) {
    byte[] json = latin1("\"" + text + "\"");
    assertThat(new JsonReader(json).nextBase64()).isEqualTo(Tokens.jacksonBase64(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q", "QQ", "QUI", "QQ=", "=", "====", "Q===", "QQ=Q", "Q-_=", "QU I", "QUé=", "QUI=x",
        "Q\\n==", "\\u00e9"
      })
  void refusesTheBase64ThatJacksonRefuses(String text) {
    byte[] json = ("[\"" + text + "\"]").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Tokens.jacksonBase64(json)).isInstanceOf(RuntimeException.class);
    JsonReader in = new JsonReader(json);
    in.beginArray();
    assertThat(in.nextElement()).isTrue();
    assertThatThrownBy(in::nextBase64)
        .hasMessage("Expected base64 but found other text at $[0] (byte 1)");
  }
}
