package dev.thaw.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The same bytes as Jackson 3 writes with its default settings, and readable by ourselves. */
class JsonWriterPropertyTest {
  private static final JsonFactory JACKSON = new JsonFactory();

  @Provide
  Arbitrary<String> documents() {
    return Documents.documents();
  }

  /** Lone surrogates among them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ascii().ofMaxLength(30),
            Arbitraries.strings().withCharRange('\0', ' ').ofMaxLength(3),
            Arbitraries.strings().withChars('"', '\\', '/', '\u007f').ofMaxLength(3),
            Documents.codePoints().map(Character::toString),
            Arbitraries.chars().range('\ud800', '\udfff').map(String::valueOf))
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 1000)
  void writesDocumentsAsJacksonDoes(@ForAll("documents") String document) {
    List<Object> tokens =
        Objects.requireNonNull(Tokens.jackson(document.getBytes(StandardCharsets.UTF_8)));
    JsonWriter out = new JsonWriter(1);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (JsonGenerator jackson = JACKSON.createGenerator(ObjectWriteContext.empty(), expected)) {
      for (Object token : tokens) {
        write(out, jackson, token);
      }
    }
    assertThat(out.toByteArray()).asString().isEqualTo(expected.toString(StandardCharsets.UTF_8));
    Tokens.compare(out.toByteArray());
  }

  private static void write(JsonWriter out, JsonGenerator jackson, Object token) {
    switch (token) {
      case Tokens.Name(String name) -> {
        out.name(name);
        jackson.writeName(name);
      }
      case Tokens.Text(String text) -> {
        out.value(text);
        jackson.writeString(text);
      }
      case Tokens.Num number when number.asLong() != null -> {
        out.value(number.asLong());
        jackson.writeNumber(number.asLong());
      }
      case Tokens.Num number when number.asDecimal() != null && number.text().length() % 2 == 0 -> {
        out.value(number.asDecimal());
        jackson.writeNumber(number.asDecimal());
      }
      case Tokens.Num number -> {
        out.value(number.asDouble());
        jackson.writeNumber(number.asDouble());
      }
      default -> write(out, jackson, (String) token);
    }
  }

  private static void write(JsonWriter out, JsonGenerator jackson, String token) {
    switch (token) {
      case "{" -> {
        out.beginObject();
        jackson.writeStartObject();
      }
      case "}" -> {
        out.endObject();
        jackson.writeEndObject();
      }
      case "[" -> {
        out.beginArray();
        jackson.writeStartArray();
      }
      case "]" -> {
        out.endArray();
        jackson.writeEndArray();
      }
      case "null" -> {
        out.nullValue();
        jackson.writeNull();
      }
      default -> {
        out.value(token.equals("true"));
        jackson.writeBoolean(token.equals("true"));
      }
    }
  }

  @Property(tries = 2000)
  void escapesAsJacksonDoes(@ForAll("texts") String text) {
    JsonWriter out = new JsonWriter();
    out.value(text);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (JsonGenerator jackson = JACKSON.createGenerator(ObjectWriteContext.empty(), expected)) {
      jackson.writeString(text);
    }
    assertThat(out.toByteArray()).asString().isEqualTo(expected.toString(StandardCharsets.UTF_8));
    assertThat(new JsonReader(out.toByteArray()).nextString()).isEqualTo(text);
  }

  @Property(tries = 1000)
  void writesNamesAlikeBothWays(@ForAll("texts") String name) {
    JsonWriter byName = new JsonWriter();
    byName.beginObject();
    byName.name(name);
    JsonWriter byIndex = new JsonWriter();
    byIndex.beginObject();
    byIndex.name(JsonNames.of("other", name), 1);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (JsonGenerator jackson = JACKSON.createGenerator(ObjectWriteContext.empty(), expected)) {
      jackson.writeStartObject();
      jackson.writeName(name);
      jackson.writeNull();
    }
    byName.nullValue();
    byName.endObject();
    byIndex.nullValue();
    byIndex.endObject();
    assertThat(byName.toByteArray())
        .isEqualTo(byIndex.toByteArray())
        .asString()
        .isEqualTo(expected.toString(StandardCharsets.UTF_8));
  }

  @Property(tries = 2000)
  void writesNumbersAsJacksonDoes(
      @ForAll long bits, @ForAll int integer, @ForAll double usual, @ForAll BigDecimal decimal) {
    double any = Double.longBitsToDouble(bits);
    JsonWriter out = new JsonWriter();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (JsonGenerator jackson = JACKSON.createGenerator(ObjectWriteContext.empty(), expected)) {
      jackson.writeStartArray().writeNumber(bits).writeNumber(integer).writeNumber(usual);
      jackson.writeNumber(any).writeNumber((double) integer).writeNumber(decimal).writeEndArray();
    }
    out.beginArray();
    out.value(bits);
    out.value(integer);
    out.value(usual);
    out.value(any);
    out.value((double) integer);
    out.value(decimal);
    out.endArray();
    assertThat(out.toByteArray()).asString().isEqualTo(expected.toString(StandardCharsets.UTF_8));
    JsonReader in = new JsonReader(out.toByteArray());
    in.beginArray();
    assertThat(in.nextElement() && in.nextLong() == bits).isTrue();
    assertThat(in.nextElement() && in.nextInt() == integer).isTrue();
    assertThat(in.nextElement() && in.nextDouble() == usual).isTrue();
  }

  @Property(tries = 1000)
  void writesBytesAsJacksonDoes(@ForAll byte[] bytes, @ForAll boolean direct) {
    JsonWriter out = new JsonWriter(1);
    ByteBuffer buffer =
        direct
            ? ByteBuffer.allocateDirect(bytes.length + 2)
            : ByteBuffer.allocate(bytes.length + 2);
    out.base64(buffer.put((byte) 7).put(bytes).flip().position(1).slice());
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    try (JsonGenerator jackson = JACKSON.createGenerator(ObjectWriteContext.empty(), expected)) {
      jackson.writeBinary(bytes);
    }
    assertThat(out.toByteArray()).asString().isEqualTo(expected.toString(StandardCharsets.UTF_8));
    assertThat(new JsonReader(out.toByteArray()).nextBase64()).isEqualTo(bytes);
  }
}
