package dev.thaw.runtime;

import dev.thaw.codec.JsonReader;
import dev.thaw.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What ends a streamed response: the last chunk, and behind it the error if there was one. */
final class StreamTrailers {
  /**
   * Lambda's side of the Runtime API is written in Go, whose HTTP server refuses trailers of more
   * than 4 KB in all. In base64 this becomes 3.7 KB.
   */
  private static final int MAX_JSON = 2800;

  private static final int MAX_TYPE = 128;

  /** Of the message's and of the type's JSON. */
  private static final int MAX_TEXT = 1000;

  private StreamTrailers() {}

  static byte[] lastChunk(@Nullable ErrorReport error) {
    StringBuilder end = new StringBuilder("0\r\n");
    if (error != null) {
      String type = error.type().length() > MAX_TYPE ? "Function.Unhandled" : error.type();
      end.append("Lambda-Runtime-Function-Error-Type: ").append(type);
      end.append("\r\nLambda-Runtime-Function-Error-Body: ");
      end.append(Base64.getEncoder().encodeToString(body(error.json()))).append("\r\n");
    }
    return end.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] body(Payload json) {
    return (json.length() > MAX_JSON ? shortened(json) : json).copy();
  }

  /** The same error without its causes, a long message cut, and as many frames as have room. */
  private static Payload shortened(Payload json) {
    JsonReader in = new JsonReader(json.bytes(), json.offset(), json.length());
    JsonWriter out = new JsonWriter(MAX_JSON);
    in.beginObject();
    out.beginObject();
    for (String name; (name = in.nextName()) != null; ) {
      switch (name) {
        case "errorMessage", "errorType" -> {
          out.name(name);
          out.value(cut(in.nextString()));
        }
        case "stackTrace" -> {
          out.name(name);
          frames(in, out);
        }
        default -> in.skipValue();
      }
    }
    out.endObject();
    return new Payload(out.array(), 0, out.size());
  }

  private static void frames(JsonReader in, JsonWriter out) {
    boolean room = true;
    in.beginArray();
    out.beginArray();
    while (in.nextElement()) {
      String frame = in.nextString();
      room = room && out.size() + size(frame) + 8 < MAX_JSON;
      if (room) {
        out.value(frame);
      }
    }
    out.endArray();
  }

  private static String cut(String text) {
    if (size(text) <= MAX_TEXT) {
      return text;
    }
    int end = 0;
    for (int size = 3; end < text.length() && size < MAX_TEXT; end++) {
      size += size(text.charAt(end));
    }
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + '\u2026';
  }

  /** How many bytes of JSON it becomes at most. */
  private static int size(String text) {
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      size += size(text.charAt(i));
    }
    return size;
  }

  private static int size(char c) {
    if (c < ' ' || c == '"' || c == '\\') {
      return 6;
    }
    return c < 0x80 ? 1 : 3;
  }
}
