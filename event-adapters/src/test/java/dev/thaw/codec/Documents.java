package dev.thaw.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random JSON documents, random as to white space and escapes too, and what can befall them. */
final class Documents {
  private static final String[] FRAGMENTS = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "0", "-", ".", "e", "E+",
    "true", "null", " ", "\n", "\u0000", "\u001f", "\u007f", "é", "😀", "\ufeff", "'", "/", "//",
    "NaN"
  };

  private Documents() {}

  static Arbitrary<String> documents() {
    return Combinators.combine(spaces(), values(3), spaces()).as((a, b, c) -> a + b + c);
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(
            strings(), numbers(), Arbitraries.of("true", "false", "null", "{}", "[]", "[ ]"));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> values(depth - 1));
    Arbitrary<String> spaced =
        Combinators.combine(spaces(), inner, spaces()).as((a, b, c) -> a + b + c);
    Arbitrary<String> members =
        Combinators.combine(spaces(), names(), spaces(), spaced)
            .as((a, name, b, value) -> a + name + b + ":" + value);
    return Arbitraries.frequencyOf(
        Tuple.of(2, scalars),
        Tuple.of(3, members.list().ofMaxSize(5).map(m -> "{" + String.join(",", m) + "}")),
        Tuple.of(2, spaced.list().ofMaxSize(5).map(e -> "[" + String.join(",", e) + "]")));
  }

  static Arbitrary<String> spaces() {
    return Arbitraries.of("", "", "", " ", "\n\t", "\r\n  ");
  }

  /** A string as it stands in a document, quotes included. */
  static Arbitrary<String> strings() {
    return pieces(true).list().ofMaxSize(8).map(p -> "\"" + String.join("", p) + "\"");
  }

  /** Jackson refuses half a surrogate pair in a name. */
  private static Arbitrary<String> names() {
    return pieces(false).list().ofMaxSize(4).map(p -> "\"" + String.join("", p) + "\"");
  }

  private static Arbitrary<String> pieces(boolean value) {
    Arbitrary<String> plain =
        Arbitraries.strings().withCharRange(' ', '~').excludeChars('"', '\\').ofMaxLength(9);
    Arbitrary<String> other = codePoints().map(Character::toString);
    Arbitrary<String> escaped =
        Arbitraries.chars()
            .all()
            .filter(c -> value || !Character.isSurrogate(c))
            .map(c -> "\\u" + hexadecimal(c));
    Arbitrary<String> pair =
        codePoints()
            .map(
                c -> {
                  StringBuilder text = new StringBuilder();
                  for (char half : Character.toChars(c)) {
                    text.append("\\u").append(hexadecimal(half));
                  }
                  return text.toString();
                });
    Arbitrary<String> simple =
        Arbitraries.of("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t");
    return Arbitraries.oneOf(plain, other, escaped, pair, simple);
  }

  private static String hexadecimal(char c) {
    String digits = Integer.toHexString(0x10000 | c).substring(1);
    return c % 2 == 0 ? digits : digits.toUpperCase(Locale.ROOT);
  }

  /** Every kind of code point that may stand in a string unescaped, near the edges above all. */
  static Arbitrary<Integer> codePoints() {
    return Arbitraries.oneOf(
        Arbitraries.of(0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff),
        Arbitraries.of(0x10000, 0x1f600, 0x10ffff, 0x2028, 0x2029, 0xe9, 0xff, 0x100),
        Arbitraries.integers().between(0x80, 0xd7ff),
        Arbitraries.integers().between(0x10000, 0x10ffff));
  }

  static Arbitrary<String> numbers() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
    Arbitrary<String> whole =
        Arbitraries.oneOf(
            Arbitraries.longs().map(String::valueOf),
            Arbitraries.integers().map(String::valueOf),
            Arbitraries.of("0", "-0", "1", "9", "10", "123456789012345678901234567890"),
            digits.map(d -> "7" + d));
    Arbitrary<String> fraction = Arbitraries.oneOf(Arbitraries.just(""), digits.map(d -> "." + d));
    Arbitrary<String> exponent =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            Combinators.combine(
                    Arbitraries.of("e", "E", "e+", "e-", "E-"),
                    Arbitraries.integers().between(0, 420))
                .as((e, n) -> e + n));
    return Arbitraries.oneOf(
        Combinators.combine(whole, fraction, exponent).as((w, f, e) -> w + f + e),
        Arbitraries.doubles().map(String::valueOf),
        Combinators.combine(
                Arbitraries.integers().between(0, 2_000_000_000),
                Arbitraries.integers().between(0, 999))
            .as((seconds, millis) -> seconds + "." + millis));
  }

  /** Does one to three random things to a document: cuts, overwrites, inserts, repeats, deletes. */
  static byte[] mutate(byte[] document, long seed) {
    Random random = new Random(seed);
    byte[] json = document;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(json.length + 1);
      int to = Math.min(json.length, at + 1 + random.nextInt(3));
      json =
          switch (random.nextInt(6)) {
            case 0 -> splice(json, at, json.length, new byte[0]);
            case 1 -> splice(json, at, to, new byte[0]);
            case 2 ->
                splice(
                    json, at, Math.min(json.length, at + 1), new byte[] {(byte) random.nextInt()});
            case 3 -> splice(json, at, at, new byte[] {(byte) random.nextInt()});
            case 4 -> splice(json, at, at, fragment(random));
            default -> splice(json, at, to, fragment(random));
          };
    }
    return json;
  }

  private static byte[] fragment(Random random) {
    return FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] splice(byte[] json, int from, int to, byte[] insertion) {
    byte[] result = new byte[from + insertion.length + json.length - to];
    System.arraycopy(json, 0, result, 0, from);
    System.arraycopy(insertion, 0, result, from, insertion.length);
    System.arraycopy(json, to, result, from + insertion.length, json.length - to);
    return result;
  }
}
