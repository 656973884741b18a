package dev.thaw.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Same values and same refusals as Jackson 3 with its default settings. */
class JsonReaderPropertyTest {

  @Provide
  Arbitrary<String> documents() {
    return Documents.documents();
  }

  @Provide
  Arbitrary<String> numbers() {
    return Documents.numbers();
  }

  @Provide
  Arbitrary<String> strings() {
    return Documents.strings();
  }

  @Property(tries = 2000)
  void readsDocumentsAsJacksonDoes(@ForAll("documents") String document) {
    byte[] json = document.getBytes(StandardCharsets.UTF_8);
    assertThat(Tokens.jackson(json)).isNotNull();
    Tokens.compare(json);
  }

  @Property(tries = 4000)
  void refusesMutationsAsJacksonDoes(@ForAll("documents") String document, @ForAll long seed) {
    Tokens.compare(Documents.mutate(document.getBytes(StandardCharsets.UTF_8), seed));
  }

  @Property(tries = 2000)
  void readsNumbersAsJacksonDoes(@ForAll("numbers") String number) {
    byte[] json = number.getBytes(StandardCharsets.UTF_8);
    assertThat(Tokens.jackson(json)).isNotNull();
    Tokens.compare(json);
  }

  @Property(tries = 2000)
  void matchesANameHoweverItIsEscaped(
      @ForAll("documents") String value, @ForAll("strings") String quoted) {
    List<Object> tokens = Tokens.jackson(("{" + quoted + ":0}").getBytes(StandardCharsets.UTF_8));
    if (tokens == null) {
      return; // half a surrogate pair
    }
    String name = ((Tokens.Name) tokens.get(1)).text();
    JsonNames names = JsonNames.of("other" + name, name, name + "x", "another");
    byte[] json =
        ("{\"another\":" + value + "," + quoted + ":1, \"\\u0061nother\" :2,\"unknown\":3}")
            .getBytes(StandardCharsets.UTF_8);
    JsonReader in = new JsonReader(json);
    in.beginObject();
    assertThat(in.nextName(names)).isEqualTo(3);
    in.skipValue();
    assertThat(in.nextName(names)).isEqualTo(name.equals("another") ? 3 : 1);
    assertThat(in.nextInt()).isEqualTo(1);
    assertThat(in.nextName(names)).isEqualTo(3);
    assertThat(in.nextLong()).isEqualTo(2);
    assertThat(in.nextName(names)).isEqualTo(JsonReader.UNKNOWN);
    assertThat(in.nextDouble()).isEqualTo(3);
    assertThat(in.nextName(names)).isEqualTo(JsonReader.END);
    in.endOfInput();
  }

  /** Values may be secrets, and messages end in logs. Property names are not. */
  @Property(tries = 2000)
  void neverQuotesAValue(
      @ForAll @IntRange(max = 7) int expected, @ForAll boolean text, @ForAll long seed) {
    String secret = text ? "\"SECRETSECRET\"" : "6666666666.6666666666";
    byte[] json =
        ("{\"a\":[" + secret + ",{\"b\":" + secret + ",\"c\":[" + secret + "]}]}")
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    byte[] broken = Arrays.copyOf(json, json.length - random.nextInt(json.length));
    int at = random.nextInt(broken.length);
    if (broken[at] != '"') { // or a value would become part of a name
      broken[at] = (byte) "x\u0001,:]".charAt(random.nextInt(5));
    }
    JsonReader in = new JsonReader(broken);
    try {
      in.beginObject();
      in.nextName();
      in.beginArray();
      if (random.nextBoolean()) {
        in.nextElement();
        in.skipValue();
        in.nextElement();
        in.beginObject();
        in.nextName();
      } else {
        in.nextElement();
      }
      switch (expected) {
        case 0 -> in.nextInt();
        case 1 -> in.nextLong();
        case 2 -> in.nextBoolean();
        case 3 -> in.beginObject();
        case 4 -> in.beginArray();
        case 5 -> in.nextBase64();
        case 6 -> in.nextDecimal();
        default -> in.nextString();
      }
      in.skipValue();
    } catch (JsonException e) {
      assertThat(e.getMessage()).doesNotContain("SECRET", "ECRE", "66");
      assertThat(e).hasNoCause();
    }
  }
}
