package dev.thaw.runtime;

import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cause of a failure as X-Ray shows it, in one header: {@code working_directory}, the exception
 * and its causes with {@code message}, {@code type} and {@code stack} (each frame a {@code label},
 * {@code path} and {@code line}), and {@code paths}.
 *
 * <p>Lambda crops what is longer than 64 KiB, and JSON that is cropped is none: frames and causes
 * are left out instead. All of it is ASCII, without control characters.
 */
final class XRayCause {
  private static final int MAX_LENGTH = 60 * 1024;

  /** What is needed to close everything that is open. */
  private static final int CLOSING = 32;

  private static final int MAX_EXCEPTIONS = 10;
  private static final int MAX_MESSAGE = 1024;
  private static final int MAX_NAME = 256;

  private final StringBuilder json = new StringBuilder(1024);

  private XRayCause() {}

  static String of(Throwable error) {
    return new XRayCause().write(error);
  }

  private String write(Throwable error) {
    json.append("{\"working_directory\":");
    string(System.getProperty("user.dir"), MAX_MESSAGE);
    json.append(",\"exceptions\":[");
    Set<Throwable> written = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable current = error;
    while (current != null && written.size() < MAX_EXCEPTIONS && written.add(current)) {
      int before = json.length();
      if (before > 0 && written.size() > 1) {
        json.append(',');
      }
      exception(current);
      if (json.length() > MAX_LENGTH) {
        json.setLength(before);
        break;
      }
      current = Throwables.cause(current);
    }
    return json.append("],\"paths\":[]}").toString();
  }

  private void exception(Throwable error) {
    json.append("{\"message\":");
    string(Throwables.explained(error, MAX_MESSAGE), MAX_MESSAGE);
    json.append(",\"type\":");
    string(Throwables.name(error), MAX_NAME);
    json.append(",\"stack\":[");
    StackTraceElement[] frames = Throwables.frames(error);
    int count = StackTraces.functionFrames(frames);
    for (int i = 0; i < count; i++) {
      int before = json.length();
      json.append(i == 0 ? "{\"label\":" : ",{\"label\":");
      string(frames[i].getMethodName(), MAX_NAME);
      json.append(",\"path\":");
      string(path(frames[i]), MAX_NAME);
      json.append(",\"line\":").append(frames[i].getLineNumber()).append('}');
      if (json.length() > MAX_LENGTH - CLOSING) {
        json.setLength(before);
        break;
      }
    }
    json.append("]}");
  }

  /**
   * As in AWS's client: where a class was compiled without its file's name, one made of its own.
   */
  private static String path(StackTraceElement frame) {
    String file = frame.getFileName();
    if (file != null) {
      return file;
    }
    String className = frame.getClassName();
    return className.substring(className.lastIndexOf('.') + 1) + ".java";
  }

  private void string(@Nullable String value, int limit) {
    String text = value == null ? "" : value;
    json.append('"');
    int length = Math.min(text.length(), limit);
    if (length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))) {
      length--;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        json.append(c);
      } else {
        json.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    json.append('"');
  }
}
