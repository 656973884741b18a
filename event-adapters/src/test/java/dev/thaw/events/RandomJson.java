package dev.thaw.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Random values of JSON's and AWS's types, and documents of them. */
@NullUnmarked // it makes nulls, and the compiler cannot follow them through jqwik
final class RandomJson {
  private static final JsonMapper PLAIN = new JsonMapper();
  private static final JsonMapper ESCAPED =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private RandomJson() {}

  static Arbitrary<byte[]> json(Arbitrary<Object> event) {
    return Combinators.combine(event, Arbitraries.of(PLAIN, ESCAPED))
        .as((value, mapper) -> mapper.writeValueAsBytes(value));
  }

  static Arbitrary<Object> object(Map<String, Arbitrary<Object>> fields) {
    return object(fields, Map.of());
  }

  private record Field(String name, Object value) {}

  /** An object with some of the optional fields, all of the required, and maybe an unknown one. */
  static Arbitrary<Object> object(
      Map<String, Arbitrary<Object>> optional, Map<String, Arbitrary<Object>> required) {
    List<Arbitrary<Optional<Field>>> fields = new ArrayList<>();
    optional.forEach(
        (name, value) ->
            fields.add(value.injectNull(0.1).map(each -> new Field(name, each)).optional(0.7)));
    required.forEach(
        (name, value) -> fields.add(value.map(each -> Optional.of(new Field(name, each)))));
    fields.add(
        Arbitraries.of(
                new Field("unknown", Map.of("Records", List.of(1, "x", Map.of()))),
                new Field("Unknown", null))
            .optional(0.3));
    return Combinators.combine(Combinators.combine(fields).as(List::copyOf), Arbitraries.longs())
        .as(RandomJson::shuffled);
  }

  private static Object shuffled(List<Optional<Field>> fields, long seed) {
    List<Optional<Field>> order = new ArrayList<>(fields);
    Collections.shuffle(order, new Random(seed));
    Map<String, Object> object = new LinkedHashMap<>();
    order.forEach(each -> each.ifPresent(field -> object.put(field.name(), field.value())));
    return object;
  }

  static Arbitrary<Object> map(Arbitrary<Object> value) {
    return Combinators.combine(
            string().list().uniqueElements().ofMaxSize(3), value.list().ofSize(3))
        .as(
            (names, values) -> {
              Map<String, Object> map = new LinkedHashMap<>();
              for (int i = 0; i < names.size(); i++) {
                map.put(names.get(i), values.get(i));
              }
              return map;
            });
  }

  static Arbitrary<Object> list(Arbitrary<Object> element) {
    return element.list().ofMaxSize(3).map(list -> list);
  }

  static Arbitrary<Object> nullable(Arbitrary<Object> value) {
    return value.injectNull(0.05);
  }

  /** Mostly a string, now and then what AWS's library takes for one. */
  static Arbitrary<Object> text() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, string().map(text -> text)),
        Tuple.of(1, integer(Long.MIN_VALUE, Long.MAX_VALUE)),
        Tuple.of(1, Arbitraries.of(true, false, 1.5, -2e300)));
  }

  static Arbitrary<Object> plainText() {
    return Arbitraries.oneOf(string().map(text -> text), Arbitraries.of(true, 17, -3L));
  }

  private static Arbitrary<String> string() {
    return Arbitraries.of(
            "a",
            "Z",
            "0",
            " ",
            "\"",
            "\\",
            "/",
            "\n",
            "\u0000",
            "\u001f",
            "\u007f",
            "é",
            "ß",
            "漢",
            "\u2028",
            "\ufeff",
            "😀",
            "aws:sqs",
            "null",
            "arn:aws:sqs:us-east-2:123456789012:q")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  /** Keys are URL-encoded, and both libraries refuse to decode what is not. */
  static Arbitrary<Object> s3Key() {
    return string().map(key -> URLEncoder.encode(key, UTF_8));
  }

  static Arbitrary<Object> base64() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(7)
        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
  }

  static Arbitrary<Object> bool() {
    return Arbitraries.of(true, false, "true", "false", "");
  }

  static Arbitrary<Object> integer(long min, long max) {
    return Arbitraries.longs()
        .between(min, max)
        .flatMap(number -> Arbitraries.of(number, number, number, number.toString()));
  }

  static Arbitrary<Object> seconds() {
    return Arbitraries.longs()
        .between(-1, 4102444800000L)
        .flatMap(
            millis -> Arbitraries.of(millis / 1000.0, millis / 1000, "" + millis / 1000.0, 0, ""));
  }
}
