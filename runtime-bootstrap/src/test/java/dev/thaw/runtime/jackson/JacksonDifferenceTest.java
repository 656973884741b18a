package dev.thaw.runtime.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.thaw.codec.Codec;
import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import dev.thaw.runtime.jackson.PlainTypes.Colour;
import dev.thaw.runtime.jackson.PlainTypes.Empty;
import dev.thaw.runtime.jackson.PlainTypes.Everything;
import dev.thaw.runtime.jackson.PlainTypes.Fields;
import dev.thaw.runtime.jackson.PlainTypes.FromText;
import dev.thaw.runtime.jackson.PlainTypes.Generic;
import dev.thaw.runtime.jackson.PlainTypes.Item;
import dev.thaw.runtime.jackson.PlainTypes.Outer;
import dev.thaw.runtime.jackson.PlainTypes.Pair;
import dev.thaw.runtime.jackson.PlainTypes.Times;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * AWS's mapper and ours with the same types and documents. A document is read by both; what AWS's
 * mapper makes of either value, and what ours makes of it, must be the same text: so reading and
 * writing are compared at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JacksonDifferenceTest {

  private static final String UNKNOWN_KEY =
      "an unknown enum constant is null as a value, and left out as a key, where AWS's fails";
  private static final String EMPTY = "an empty URI or Locale is itself, where AWS's is null";
  private static final String LOCALE = "Jackson 3 writes locales as language tags";
  private static final String CREATORS =
      "records and constructors are used, where AWS's refuses the type";
  private static final String ENUM_MAP =
      "a Map with enum keys is an EnumMap: in the order of the constants";

  /** Where the two differ, by type and document, and why that is meant. */
  private static final Map<String, String> DIFFERENCES =
      Map.ofEntries(
          Map.entry("Everything {\"byColour\":{\"rouge\":1}}", UNKNOWN_KEY),
          Map.entry("Everything {\"byColour\":{\"x\":[]}}", UNKNOWN_KEY),
          Map.entry("Everything {\"uri\":\"\"}", EMPTY),
          Map.entry("Everything {\"locale\":\"\"}", EMPTY),
          Map.entry("Everything {\"locale\":\"de_AT\"}", LOCALE),
          Map.entry("Pair {\"left\":1,\"right\":\"r\"}", CREATORS),
          Map.entry("FromText \"a\"", CREATORS),
          Map.entry("Integer>> {\"GREEN\":[1]}", ENUM_MAP));

  private final JacksonCodecs codecs = new JacksonCodecs();

  record Case(Type type, String document) {
    String key() {
      String name = type.getTypeName();
      return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1)
          + " "
          + document;
    }
  }

  static List<Case> cases() throws NoSuchFieldException {
    List<Case> cases = new ArrayList<>();
    String[] texts = {"\"a\"", "\"\"", "null", "1", "1.50", "true", "[]", "[\"a\"]", "{}"};
    add(cases, Everything.class, "text", texts);
    add(cases, Everything.class, "number", "1", "\"2\"", "\" 3 \"", "\"\"", "null", "1.7", "\"x\"");
    add(cases, Everything.class, "number", "true", "[4]", "[]", "{}", "2147483648", "1e2", "[1,2]");
    add(cases, Everything.class, "boxed", "1", "\"2\"", "\"\"", "null", "1.7", "[3]", "[]");
    add(cases, Everything.class, "flag", "true", "\"true\"", "\"True\"", "\"\"", "0", "2", "null");
    add(cases, Everything.class, "flag", "[true]", "\"yes\"");
    add(
        cases,
        Everything.class,
        "fraction",
        "1",
        "1.5",
        "\"1.5\"",
        "\"NaN\"",
        "\"Infinity\"",
        "1e400");
    add(cases, Everything.class, "letter", "\"b\"", "\"bc\"", "\"\"", "98", "null");
    add(cases, Everything.class, "colour", "\"RED\"", "\"red\"", "\"rouge\"", "1", "5", "\"\"");
    add(cases, Everything.class, "colour", "\"BLUE\"", "\" GREEN \"", "\"1\"", "[\"RED\"]", "{}");
    add(cases, Everything.class, "texts", "[\"a\",null,1]", "\"a\"", "\"\"", "[]", "null", "{}");
    add(cases, Everything.class, "numbers", "[1,\"2\",2]", "3", "\"4\"", "[1.5]");
    add(
        cases,
        Everything.class,
        "items",
        "{\"b\":{},\"a\":null,\"\":{\"name\":\"n\"}}",
        "\"\"",
        "[]");
    add(
        cases,
        Everything.class,
        "byColour",
        "{\"RED\":[1],\"GREEN\":2}",
        "{\"rouge\":1}",
        "{\"x\":[]}");
    add(cases, Everything.class, "byNumber", "{\"1\":\"a\",\"-2\":null}", "{\"x\":\"a\"}");
    add(cases, Everything.class, "bytes", "\"AQID\"", "\"\"", "[1,2]", "null", "\"?\"", "\"-_8\"");
    add(cases, Everything.class, "ints", "[1,2]", "3", "\"\"", "[]", "[\"4\",null]");
    add(
        cases,
        Everything.class,
        "item",
        "{}",
        "\"\"",
        "[]",
        "[{\"name\":\"n\"}]",
        "null",
        "\"x\"",
        "1");
    add(cases, Everything.class, "maybe", "\"a\"", "null", "\"\"", "1", "[\"a\"]");
    add(cases, Everything.class, "maybeNumber", "1", "null", "\"2\"", "\"\"");
    add(cases, Everything.class, "exact", "1.10", "1e3", "\"2.50\"", "1", "\"\"");
    add(cases, Everything.class, "exact", "123456789012345678901234567890.123456789");
    add(cases, Everything.class, "big", "123456789012345678901234567890", "1.5", "\"7\"");
    add(
        cases,
        Everything.class,
        "any",
        "1",
        "12345678901",
        "1.5",
        "\"a\"",
        "[1,{}]",
        "{\"b\":1,\"a\":null}");
    add(
        cases,
        Everything.class,
        "any",
        "1.0",
        "1e2",
        "123456789012345678901",
        "0.1",
        "null",
        "-0.0");
    add(cases, Everything.class, "id", "\"6f2c0f4e-1b7b-4b0a-9d43-0d4f1c1e2a3b\"", "\"x\"", "\"\"");
    add(cases, Everything.class, "uri", "\"https://example.com/a?b\"", "\"\"");
    add(cases, Everything.class, "locale", "\"de_AT\"", "\"\"");
    add(
        cases,
        Times.class,
        "date",
        "0",
        "1700000000123",
        "\"2023-11-14T22:13:20Z\"",
        "\"2023-11-14\"");
    add(cases, Times.class, "date", "\"\"", "\"x\"", "\"2023-11-14T22:13:20.123+0100\"");
    add(
        cases,
        Times.class,
        "instant",
        "0",
        "1700000000.123456789",
        "\"2023-11-14T22:13:20Z\"",
        "\"1700000000\"",
        "\"\"");
    add(
        cases,
        Times.class,
        "day",
        "\"2023-11-14\"",
        "[2023,11,14]",
        "\"2023-11-14T22:13:20\"",
        "19000",
        "\"\"");
    add(
        cases,
        Times.class,
        "local",
        "\"2023-11-14T22:13:20\"",
        "[2023,11,14,22,13]",
        "[2023,11,14,22,13,20,5]");
    add(cases, Times.class, "local", "\"2023-11-14T22:13:20Z\"", "\"2023-11-14\"");
    add(cases, Times.class, "offset", "\"2023-11-14T22:13:20+02:00\"", "1700000000", "\"\"");
    add(
        cases,
        Times.class,
        "zoned",
        "\"2023-11-14T22:13:20+01:00[Europe/Vienna]\"",
        "1700000000.5");
    add(cases, Times.class, "duration", "90", "1.5", "\"PT1H30M\"", "\"\"");
    add(cases, Times.class, "period", "\"P1M3D\"", "\"\"");
    add(cases, Times.class, "month", "\"MARCH\"", "3", "\"3\"", "0");
    add(cases, Times.class, "yearMonth", "\"2023-11\"", "[2023,11]");
    for (String document :
        List.of(
            "{\"name\":\"n\",\"count\":null,\"Name\":\"no\",\"unknown\":{\"a\":[1]}}",
            "{\"tags\":[\"a\"],\"active\":true,\"fixed\":\"changed\"}",
            "{\"URL\":\"u\"}",
            "{\"url\":\"u\"}",
            "{\"uRL\":\"u\"}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"COUNT\":1}",
            "[]",
            "[{\"name\":\"n\"}]",
            "\"\"",
            "\" \"",
            "\"x\"",
            "null",
            "1",
            "true")) {
      cases.add(new Case(Item.class, document));
    }
    cases.add(new Case(Fields.class, "{\"fixed\":\"changed\",\"hidden\":9,\"passing\":9}"));
    cases.add(
        new Case(
            Outer.class,
            "{\"second\":\"s\",\"first\":\"RED\",\"Third\":1,\"third\":2,\"fourth\":\"f\"}"));
    cases.add(new Case(Empty.class, "{\"a\":1}"));
    cases.add(new Case(Pair.class, "{\"left\":1,\"right\":\"r\"}"));
    cases.add(new Case(FromText.class, "\"a\""));
    cases.add(new Case(FromText.class, "{\"text\":\"a\"}"));
    cases.add(new Case(PlainTypes.Abstract.class, "{\"number\":1}"));
    Type items = Everything.class.getField("items").getGenericType();
    cases.add(new Case(items, "{\"z\":{\"count\":1},\"a\":{}}"));
    cases.add(new Case(Everything.class.getField("byColour").getGenericType(), "{\"GREEN\":[1]}"));
    cases.add(new Case(Generic.class, "{\"value\":{\"a\":1},\"more\":[1,\"b\"]}"));
    for (Class<?> type :
        List.of(Object.class, Map.class, List.class, String[].class, Colour.class)) {
      for (String document : List.of("{\"b\":1,\"a\":[]}", "[\"RED\",1]", "\"RED\"", "\"\"", "7")) {
        cases.add(new Case(type, document));
      }
    }
    for (Class<?> type :
        List.of(int.class, Integer.class, boolean.class, Double.class, Long.class)) {
      for (String document : List.of("1", "null", "\"1\"", "\"\"", "1.9", "true", "[1]", "{}")) {
        cases.add(new Case(type, document));
      }
    }
    return cases;
  }

  private static void add(List<Case> cases, Class<?> type, String property, String... values) {
    for (String value : values) {
      cases.add(new Case(type, "{\"" + property + "\":" + value + "}"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sameAsAws(Case same) {
    String theirs = theirs(same.type, same.document);
    String ours = ours(same.type, same.document);
    if (DIFFERENCES.containsKey(same.key())) {
      assertThat(ours).as("as AWS's after all: %s", same.key()).isNotEqualTo(theirs);
    } else {
      assertThat(ours).as(same.key()).isEqualTo(theirs);
    }
  }

  @Test
  void noDifferenceIsListedInVain() throws NoSuchFieldException {
    assertThat(cases().stream().map(Case::key)).containsAll(DIFFERENCES.keySet());
  }

  private static String theirs(Type type, String document) {
    PojoSerializer<Object> serializer = JacksonFactory.getInstance().getSerializer(type);
    try {
      Object value = serializer.fromJson(new ByteArrayInputStream(document.getBytes(UTF_8)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      serializer.toJson(value, out);
      return describe(value) + out.toString(UTF_8);
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  @SuppressWarnings("unchecked")
  private String ours(Type type, String document) {
    byte[] bytes = document.getBytes(UTF_8);
    try {
      Object value = codecs.reading(type).read(new JsonReader(bytes, 0, bytes.length));
      JsonWriter out = new JsonWriter();
      ((Codec<Object>) codecs.writing(type)).write(out, value);
      return describe(value) + new String(out.array(), 0, out.size(), UTF_8);
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  private static String describe(@Nullable Object value) {
    return value == null
        ? "nothing "
        : value.getClass().getSimpleName()
            + (value instanceof Object[] array ? Arrays.toString(array) : "")
            + " ";
  }
}
