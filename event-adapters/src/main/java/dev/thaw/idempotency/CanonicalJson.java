package dev.thaw.idempotency;

import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in a form of its own: without white space, the members of objects sorted by name, of equal
 * names the last, strings escaped in one way only. Numbers stay as they are written.
 */
final class CanonicalJson {
  private final byte[] json;
  private final JsonWriter out;

  private CanonicalJson(byte[] json) {
    this.json = json;
    this.out = new JsonWriter(json.length);
  }

  /** That form of one document. */
  static byte[] of(byte[] json) {
    CanonicalJson canonical = new CanonicalJson(json);
    JsonReader in = new JsonReader(json);
    canonical.value(0, in);
    in.endOfInput();
    return canonical.out.toByteArray();
  }

  /** Writes the next value of a reader that has begun at an offset of the document. */
  private void value(int offset, JsonReader in) {
    switch (in.peek()) {
      case '{' -> object(offset, in);
      case '[' -> array(offset, in);
      case '"' -> out.value(in.nextString());
      case 't', 'f' -> out.value(in.nextBoolean());
      case 'n' -> {
        in.nextNull();
        out.nullValue();
      }
      default -> out.raw(in.nextNumber().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private void array(int offset, JsonReader in) {
    in.beginArray();
    out.beginArray();
    while (in.nextElement()) {
      value(offset, in);
    }
    out.endArray();
  }

  private void object(int offset, JsonReader in) {
    // Where the values begin: copies of them, one more for each level, would fill the memory.
    Map<String, Integer> members = new TreeMap<>();
    in.beginObject();
    String name = in.nextName();
    while (name != null) {
      in.peek();
      members.put(name, offset + in.position());
      in.skipValue();
      name = in.nextName();
    }
    out.beginObject();
    for (Map.Entry<String, Integer> member : members.entrySet()) {
      int from = member.getValue();
      out.name(member.getKey());
      value(from, new JsonReader(json, from, json.length - from));
    }
    out.endObject();
  }
}
