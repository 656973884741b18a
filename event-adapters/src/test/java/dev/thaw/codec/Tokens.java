package dev.thaw.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A document as the flat list of its tokens: once as Jackson 3 sees it, once as we do. */
final class Tokens {
  private static final JsonFactory JACKSON = new JsonFactory();

  /** Whatever can be asked of a number. Null where it is refused. */
  record Num(String text, @Nullable Long asLong, double asDouble, @Nullable BigDecimal asDecimal) {
    Num {
      // At exponents next to the edge of an int Jackson's own decimal parser refuses what
      // BigDecimal
      // accepts: not compared there.
      if (asDecimal != null && Math.abs((long) asDecimal.scale()) > Integer.MAX_VALUE - 1000) {
        asDecimal = null;
      }
    }
  }

  record Name(String text) {}

  record Text(String text) {}

  private Tokens() {}

  /** The tokens of one document, or null if Jackson refuses it. */
  static @Nullable List<Object> jackson(byte[] json) {
    // Jackson would guess UTF-16 or UTF-32 from the first four bytes, and skip a byte-order mark
    // before them. Lambda sends UTF-8, so four blanks keep it from guessing.
    byte[] utf8 = new byte[json.length + 4];
    System.arraycopy("    ".getBytes(StandardCharsets.US_ASCII), 0, utf8, 0, 4);
    System.arraycopy(json, 0, utf8, 4, json.length);
    List<Object> tokens = new ArrayList<>();
    int depth = 0;
    int roots = 0;
    try (JsonParser in = JACKSON.createParser(ObjectReadContext.empty(), utf8)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        roots += depth == 0 ? 1 : 0;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        tokens.add(
            switch (token) {
              case PROPERTY_NAME -> new Name(in.getString());
              case VALUE_STRING -> new Text(in.getString());
              case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in, token);
              default -> token.asString();
            });
      }
    } catch (JacksonException e) {
      return null;
    }
    return roots == 1 ? tokens : null;
  }

  private static Num number(JsonParser in, JsonToken token) {
    Long asLong = null;
    BigDecimal asDecimal = null;
    try {
      asLong = token == JsonToken.VALUE_NUMBER_INT ? (Long) in.getLongValue() : null;
    } catch (JacksonException e) {
      // out of range
    }
    double asDouble = in.getDoubleValue();
    try {
      asDecimal = in.getDecimalValue();
    } catch (JacksonException | NumberFormatException e) {
      // out of range
    }
    return new Num(in.getString(), asLong, asDouble, asDecimal);
  }

  /** The first string of a document, decoded as AWS's mapper lets Jackson decode it. */
  static byte[] jacksonBase64(byte[] json) {
    try (JsonParser in = JACKSON.createParser(ObjectReadContext.empty(), json)) {
      while (in.nextToken() != JsonToken.VALUE_STRING) {
        assertThat(in.currentToken()).isNotNull();
      }
      return in.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS);
    }
  }

  /** The tokens of one document, read with {@link JsonReader}. */
  static List<Object> ours(byte[] json) {
    List<Object> tokens = new ArrayList<>();
    JsonReader in = new JsonReader(json);
    read(in, tokens);
    in.endOfInput();
    return tokens;
  }

  private static void read(JsonReader in, List<Object> tokens) {
    switch (in.peek()) {
      case '{' -> {
        tokens.add("{");
        in.beginObject();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
          tokens.add(new Name(name));
          read(in, tokens);
        }
        tokens.add("}");
      }
      case '[' -> {
        tokens.add("[");
        in.beginArray();
        while (in.nextElement()) {
          read(in, tokens);
        }
        tokens.add("]");
      }
      case '"' -> tokens.add(new Text(in.nextString()));
      case 't', 'f' -> tokens.add(in.nextBoolean() ? "true" : "false");
      case 'n' -> {
        assertThat(in.nextNull()).isTrue();
        tokens.add("null");
      }
      default -> tokens.add(number(in.nextNumber()));
    }
  }

  private static Num number(String text) {
    byte[] json = text.getBytes(StandardCharsets.US_ASCII);
    Long asLong = null;
    BigDecimal asDecimal = null;
    try {
      asLong = new JsonReader(json).nextLong();
    } catch (JsonException e) {
      // out of range
    }
    try {
      asDecimal = new JsonReader(json).nextDecimal();
    } catch (JsonException e) {
      // out of range
    }
    return new Num(text, asLong, new JsonReader(json).nextDouble(), asDecimal);
  }

  /**
   * Checks that every way to go through a document gives what Jackson gives: the same tokens, or a
   * refusal that says where.
   */
  static void compare(byte[] json) {
    List<Object> expected = jackson(json);
    if (!isUtf8(json)) {
      // Jackson lets some malformed UTF-8 pass in values (overlong forms, beyond U+10FFFF). We
      // never.
      expected = null;
    }
    if (expected != null) {
      assertThat(ours(json)).isEqualTo(expected);
      JsonReader in = new JsonReader(json);
      in.skipValue();
      in.endOfInput();
      assertThat(new String(new JsonReader(json).nextRaw(), StandardCharsets.UTF_8))
          .isEqualTo(trim(new String(json, StandardCharsets.UTF_8)));
    } else {
      refused(json, () -> ours(json));
      refused(
          json,
          () -> {
            JsonReader in = new JsonReader(json);
            in.skipValue();
            in.endOfInput();
          });
    }
  }

  private static void refused(byte[] json, Runnable read) {
    try {
      read.run();
    } catch (JsonException e) {
      assertThat(e.offset()).isBetween(0, json.length);
      assertThat(e.path()).startsWith("$");
      assertThat(e).hasMessageEndingWith(" at " + e.path() + " (byte " + e.offset() + ")");
      return;
    }
    throw new AssertionError("Jackson refuses this, we do not");
  }

  static boolean isUtf8(byte[] json) {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String trim(String json) {
    int from = 0;
    int to = json.length();
    while (" \t\r\n".indexOf(json.charAt(from)) >= 0) {
      from++;
    }
    while (" \t\r\n".indexOf(json.charAt(to - 1)) >= 0) {
      to--;
    }
    return json.substring(from, to);
  }
}
