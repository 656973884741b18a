package dev.thaw.training;

import dev.thaw.codec.JsonException;
import dev.thaw.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The error JSON that a runtime posts, as people read failures. */
final class ErrorText {
  private static final int MAX_FRAMES = 8;
  private static final int MAX_CAUSES = 5;
  private static final int MAX_TEXT = 4000;

  private ErrorText() {}

  /** The type, the message, the first frames, and the same of its causes; several lines. */
  static String of(byte[] json) {
    try {
      StringBuilder text = new StringBuilder(512);
      write(new JsonReader(json), 0, text);
      return text.toString();
    } catch (JsonException e) {
      return shortened(new String(json, StandardCharsets.UTF_8));
    }
  }

  private static void write(JsonReader json, int depth, StringBuilder text) {
    String type = "";
    String message = null;
    List<String> frames = new ArrayList<>();
    StringBuilder cause = new StringBuilder();
    json.beginObject();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "errorType" -> type = json.nextString();
        case "errorMessage" -> message = json.nextNull() ? null : json.nextString();
        case "stackTrace" -> frames = frames(json);
        case "cause" -> {
          if (depth == MAX_CAUSES || json.peek() != '{') {
            json.skipValue();
          } else {
            write(json, depth + 1, cause.append("\n  caused by "));
          }
        }
        default -> json.skipValue();
      }
    }
    text.append(head(type, message));
    for (String frame : frames) {
      text.append("\n    at ").append(frame);
    }
    text.append(cause);
  }

  /** A runtime may say the type in the message as well. */
  private static String head(String type, @Nullable String message) {
    if (message == null || message.isEmpty()) {
      return type;
    }
    return shortened(type.isEmpty() || message.startsWith(type) ? message : type + ": " + message);
  }

  private static List<String> frames(JsonReader json) {
    List<String> frames = new ArrayList<>();
    json.beginArray();
    while (json.nextElement()) {
      String frame = json.nextString();
      if (frames.size() < MAX_FRAMES) {
        frames.add(shortened(frame));
      }
    }
    return frames;
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + " ...";
  }
}
