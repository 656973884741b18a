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
  private CanonicalJson() {}

  /** That form of one document. */
  static byte[] of(byte[] json) {
    JsonReader in = new JsonReader(json);
    JsonWriter out = new JsonWriter(json.length);
    value(in, out);
    in.endOfInput();
    return out.toByteArray();
  }

  private static void value(JsonReader in, JsonWriter out) {
    switch (in.peek()) {
      case '{' -> object(in, out);
      case '[' -> array(in, out);
      case '"' -> out.value(in.nextString());
      case 't', 'f' -> out.value(in.nextBoolean());
      case 'n' -> {
        in.nextNull();
        out.nullValue();
      }
      default -> out.raw(in.nextNumber().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static void array(JsonReader in, JsonWriter out) {
    in.beginArray();
    out.beginArray();
    while (in.nextElement()) {
      value(in, out);
    }
    out.endArray();
  }

  private static void object(JsonReader in, JsonWriter out) {
    Map<String, byte[]> members = new TreeMap<>();
    in.beginObject();
    String name = in.nextName();
    while (name != null) {
      members.put(name, in.nextRaw());
      name = in.nextName();
    }
    out.beginObject();
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      out.name(member.getKey());
      value(new JsonReader(member.getValue()), out);
    }
    out.endObject();
  }
}
