package dev.thaw.idempotency;

import dev.thaw.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, such as {@code /detail/items/0/id} (RFC 6901). */
final class JsonPointer {
  private final List<String> tokens = new ArrayList<>();

  /** Parses a pointer; the empty one is the whole document. */
  JsonPointer(String pointer) {
    if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
      throw new IllegalArgumentException("A JSON pointer begins with '/': " + pointer);
    }
    int slash = 0;
    while (slash < pointer.length()) {
      int next = pointer.indexOf('/', slash + 1);
      int end = next < 0 ? pointer.length() : next;
      tokens.add(unescaped(pointer.substring(slash + 1, end)));
      slash = end;
    }
  }

  private static String unescaped(String token) {
    for (int i = token.indexOf('~'); i >= 0; i = token.indexOf('~', i + 1)) {
      if (i + 1 == token.length() || (token.charAt(i + 1) != '0' && token.charAt(i + 1) != '1')) {
        throw new IllegalArgumentException("In a JSON pointer '~' is written ~0: " + token);
      }
    }
    return token.replace("~1", "/").replace("~0", "~");
  }

  /**
   * The value there: a string's text, a number or boolean as it is written, an object or array in
   * canonical form.
   *
   * @return null if there is none, or a JSON null
   */
  @Nullable String find(byte[] json) {
    byte[] value = json;
    for (String token : tokens) {
      value = child(value, token);
      if (value == null) {
        return null;
      }
    }
    JsonReader in = new JsonReader(value);
    return switch (in.peek()) {
      case 'n' -> null;
      case '"' -> in.nextString();
      default -> new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    };
  }

  private static byte @Nullable [] child(byte[] json, String token) {
    JsonReader in = new JsonReader(json);
    byte[] found =
        switch (in.peek()) {
          case '{' -> member(in, token);
          case '[' -> element(in, token);
          default -> {
            in.skipValue();
            yield null;
          }
        };
    in.endOfInput();
    return found;
  }

  /** Of members with the same name the last, as the codecs read them. */
  private static byte @Nullable [] member(JsonReader in, String token) {
    byte[] found = null;
    in.beginObject();
    String name = in.nextName();
    while (name != null) {
      if (name.equals(token)) {
        found = in.nextRaw();
      } else {
        in.skipValue();
      }
      name = in.nextName();
    }
    return found;
  }

  private static byte @Nullable [] element(JsonReader in, String token) {
    byte[] found = null;
    in.beginArray();
    for (int i = 0; in.nextElement(); i++) {
      if (Integer.toString(i).equals(token)) {
        found = in.nextRaw();
      } else {
        in.skipValue();
      }
    }
    return found;
  }
}
