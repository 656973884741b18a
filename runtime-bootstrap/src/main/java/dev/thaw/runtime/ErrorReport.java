package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as Lambda's callers see it.
 *
 * @param type the {@code Lambda-Runtime-Function-Error-Type} header: {@code Runtime.} or {@code
 *     Function.} and a word of letters, or Lambda throws it away
 * @param json {@code errorMessage}, {@code errorType} and {@code stackTrace}, and where there are
 *     any {@code cause} and {@code suppressed} in the same form
 */
record ErrorReport(String type, Payload json) {
  private static final int MAX_MESSAGE = 32 * 1024;
  private static final int MAX_DEPTH = 20;

  /** The function's own failure: its type is the exception's simple name. */
  static ErrorReport function(Throwable error) {
    return of(functionType(error), error);
  }

  static ErrorReport of(String type, Throwable error) {
    JsonWriter json = new JsonWriter(2048);
    write(json, error, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    return new ErrorReport(type, new Payload(json.array(), 0, json.size()));
  }

  private static void write(JsonWriter json, Throwable error, int depth, Set<Throwable> written) {
    written.add(error);
    String name = error.getClass().getName();
    json.beginObject();
    json.name("errorMessage");
    json.value(message(error, name));
    json.name("errorType");
    json.value(name);
    json.name("stackTrace");
    json.beginArray();
    StackTraceElement[] frames = StackTraces.frames(error);
    int count = StackTraces.functionFrames(frames);
    for (int i = 0; i < count; i++) {
      json.value(frames[i].toString());
    }
    json.endArray();
    Throwable cause = StackTraces.cause(error);
    if (cause != null && depth < MAX_DEPTH && !written.contains(cause)) {
      json.name("cause");
      write(json, cause, depth + 1, written);
    }
    boolean any = false;
    for (Throwable suppressed : error.getSuppressed()) {
      if (depth == MAX_DEPTH || written.contains(suppressed)) {
        continue;
      }
      if (!any) {
        any = true;
        json.name("suppressed");
        json.beginArray();
      }
      write(json, suppressed, depth + 1, written);
    }
    if (any) {
      json.endArray();
    }
    json.endObject();
  }

  /** As AWS's client does, the class stands in for a message that is missing. */
  static String message(Throwable error, String name) {
    String message;
    try {
      message = error.getMessage();
    } catch (Throwable e) {
      message = null; // the user's code, where it is overridden
    }
    if (message == null) {
      return name;
    }
    String cut = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    return wellFormed(cut);
  }

  /** JSON in UTF-8 cannot hold half a surrogate pair. */
  static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\ufffd');
      }
    }
    return mended == null ? text : mended.toString();
  }

  private static String functionType(Throwable error) {
    String name = error.getClass().getName();
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    boolean accepted = simple.length() > 1 && simple.charAt(0) >= 'A' && simple.charAt(0) <= 'Z';
    for (int i = 0; accepted && i < simple.length(); i++) {
      char c = simple.charAt(i);
      accepted = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return accepted ? "Function." + simple : "Function.Unhandled";
  }
}
