package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as Lambda's callers see it. However large the throwable, Lambda takes the report: its
 * JSON stays below 256 KB, the least that any destination of an asynchronous invocation holds.
 *
 * @param type the {@code Lambda-Runtime-Function-Error-Type} header: {@code Runtime.} or {@code
 *     Function.} and a word of letters, or Lambda throws it away
 * @param json {@code errorMessage}, {@code errorType} and {@code stackTrace}, and where there are
 *     any {@code cause} and {@code suppressed} in the same form
 * @param xrayCause the {@code Lambda-Runtime-Function-XRay-Error-Cause} header, see {@link
 *     XRayCause}
 */
record ErrorReport(String type, Payload json, String xrayCause) {
  private static final int MAX_MESSAGE = 32 * 1024;
  private static final int MAX_INNER_MESSAGE = 4 * 1024;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_TYPE = 128;

  /** Nothing more is begun behind so many bytes. */
  private static final int ENOUGH = 192 * 1024;

  /** The function's own failure: its type is the exception's simple name. */
  static ErrorReport function(Throwable error) {
    return of(functionType(error), error);
  }

  static ErrorReport of(String type, Throwable error) {
    JsonWriter json = new JsonWriter(2048);
    write(json, error, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    Payload body = new Payload(json.array(), 0, json.size());
    return new ErrorReport(type, body, XRayCause.of(error));
  }

  private static void write(JsonWriter json, Throwable error, int depth, Set<Throwable> written) {
    written.add(error);
    json.beginObject();
    json.name("errorMessage");
    int limit = depth == 0 ? MAX_MESSAGE : MAX_INNER_MESSAGE;
    json.value(wellFormed(Throwables.explained(error, limit)));
    json.name("errorType");
    json.value(wellFormed(Throwables.name(error)));
    json.name("stackTrace");
    json.beginArray();
    StackTraceElement[] frames = Throwables.frames(error);
    int count = StackTraces.functionFrames(frames);
    for (int i = 0; i < count && json.size() < ENOUGH; i++) {
      json.value(
          wellFormed(Throwables.shortened(StackTraces.text(frames[i]), Throwables.MAX_NAME)));
    }
    json.endArray();
    Throwable cause = Throwables.cause(error);
    if (cause != null && isWanted(cause, json, depth, written)) {
      json.name("cause");
      write(json, cause, depth + 1, written);
    }
    boolean any = false;
    for (Throwable suppressed : error.getSuppressed()) {
      if (!isWanted(suppressed, json, depth, written)) {
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

  private static boolean isWanted(
      Throwable inner, JsonWriter json, int depth, Set<Throwable> written) {
    return depth < MAX_DEPTH && json.size() < ENOUGH && !written.contains(inner);
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
    boolean accepted =
        simple.length() > 1
            && simple.length() <= MAX_TYPE
            && simple.charAt(0) >= 'A'
            && simple.charAt(0) <= 'Z';
    for (int i = 0; accepted && i < simple.length(); i++) {
      char c = simple.charAt(i);
      accepted = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return accepted ? "Function." + simple : "Function.Unhandled";
  }
}
