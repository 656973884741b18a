package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records of the log in JSON, a line each: {@code timestamp} in UTC with milliseconds, {@code
 * message}, {@code level}, {@code AWSRequestId} and {@code tenantId}, in this order and each only
 * where there is one, as AWS's Java client writes them.
 *
 * <p>A failure has its stack trace in {@code message}, where AWS's client has it and users search
 * for it, and besides {@code errorType}, {@code errorMessage} and {@code stackTrace} as Lambda's
 * other runtimes have.
 */
final class JsonRecords {
  private static final int MAX_MESSAGE = 32 * 1024;

  /** One record, its line end included. */
  byte[] format(
      @Nullable String message,
      String level,
      @Nullable Throwable error,
      @Nullable NextInvocation invocation) {
    JsonWriter json = new JsonWriter(256 + (message == null ? 0 : message.length()));
    json.beginObject();
    json.name("timestamp");
    json.value(timestamp(System.currentTimeMillis()));
    property(json, "message", message);
    property(json, "level", level);
    if (invocation != null) {
      property(json, "AWSRequestId", invocation.requestId());
      property(json, "tenantId", invocation.tenantId());
    }
    if (error != null) {
      String type = Throwables.name(error);
      property(json, "errorType", type);
      property(json, "errorMessage", Throwables.explained(error, MAX_MESSAGE));
      stackTrace(json, Throwables.frames(error));
    }
    json.endObject();
    byte[] line = Arrays.copyOf(json.array(), json.size() + 1);
    line[json.size()] = '\n';
    return line;
  }

  private static void property(JsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(ErrorReport.wellFormed(value));
    }
  }

  private static void stackTrace(JsonWriter json, StackTraceElement[] frames) {
    json.name("stackTrace");
    json.beginArray();
    int count = StackTraces.functionFrames(frames);
    for (int i = 0; i < count; i++) {
      json.value(
          ErrorReport.wellFormed(Throwables.shortened(frames[i].toString(), Throwables.MAX_NAME)));
    }
    json.endArray();
  }

  /** As {@code 2026-11-24T09:30:00.007Z}, without the formatters of the JDK, which start slowly. */
  private static String timestamp(long millis) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(24);
    digits(text, time.getYear(), 4).append('-');
    digits(text, time.getMonthValue(), 2).append('-');
    digits(text, time.getDayOfMonth(), 2).append('T');
    digits(text, time.getHour(), 2).append(':');
    digits(text, time.getMinute(), 2).append(':');
    digits(text, time.getSecond(), 2).append('.');
    return digits(text, (int) Math.floorMod(millis, 1000L), 3).append('Z').toString();
  }

  private static StringBuilder digits(StringBuilder text, int number, int count) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < count; i++) {
      text.append('0');
    }
    return text.append(digits);
  }
}
